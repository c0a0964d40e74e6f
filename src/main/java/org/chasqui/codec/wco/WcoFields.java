package org.chasqui.codec.wco;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the WCO document looks after; all others are reported as lost. */
final class WcoFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/localItemId",
              "/originOperatorCode",
              "/originCountryCode",
              "/destinationCountryCode",
              "/postingDateTime",
              "/postingLocation/unLocode",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/incoterm",
              "/comments",
              "/nonDeliveryInstruction",
              "/eCommerce/orderId",
              "/prepaidTax/registrationId",
              "/transport/modeCode")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/postage", "/contents/*/value")
          .dimensions()
          .documents()
          .contents(
              "/sequence",
              "/description",
              "/descriptionLanguageCode",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode",
              "/packageCount",
              "/gtin",
              "/dangerousGoodsUnNumber",
              "/documents/*/typeCode",
              "/documents/*/number")
          .parties("/sender", "/recipient", "/importer", "/eCommerce/seller", "/eCommerce/buyer")
          .at("/importer", "/phone", "/email")
          .at("/eCommerce/seller", "/phone", "/email")
          .at("/eCommerce/buyer", "/phone", "/email")
          .losses();

  private WcoFields() {}
}
