package org.chasqui.codec.siscomex;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the registration looks after; all others are reported as lost. */
final class RemessaFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originCountryCode",
              "/destinationCountryCode",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/transactionType",
              "/comments",
              "/nonDeliveryInstruction",
              "/transport/receptacleId")
          .parties("/sender", "/recipient")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/postage", "/contents/*/value")
          .documents()
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode")
          .at("/eCommerce", "/platformName", "/orderId")
          .at("/eCommerce/platformIdentifier", "/schemeCode", "/value", "/issuingCountryCode")
          .at("/prepaidTax", "/schemeCode", "/registrationId", "/taxes/*/typeCode")
          .amounts("/prepaidTax/taxes/*/amount")
          .losses();

  private RemessaFields() {}
}
