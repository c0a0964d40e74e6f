package org.chasqui.codec.siga;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the documents look after; all others are reported as lost. */
final class SigaFields {
  static final FieldLosses MASTER =
      carried()
          .dimensions()
          .contents("/description", "/quantity", "/hsCode")
          .and("/transport/dispatchId")
          .parties("/sender", "/recipient")
          .at("/sender", "/phone", "/email")
          .at("/recipient", "/phone", "/email")
          .losses();

  static final FieldLosses DECLARATION =
      carried()
          .and(
              "/itemCategoryExplanation",
              "/comments",
              "/eCommerce/orderId",
              "/transport/plannedDepartureAt")
          .documents()
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode",
              "/brand")
          .masses("/contents/*/netMass")
          .amounts("/contents/*/value")
          .names("/sender", "/recipient", "/importer", "/eCommerce/seller")
          .identifiers("/sender", "/recipient", "/importer", "/eCommerce/seller")
          .and(
              "/sender/address/countryCode",
              "/recipient/address/countryCode",
              "/importer/address/countryCode",
              "/eCommerce/seller/address/countryCode")
          .losses();

  private SigaFields() {}

  private static CarriedFields carried() {
    return CarriedFields.ofMessageAnd("/itemId", "/originCountryCode", "/destinationCountryCode")
        .masses("/grossMass")
        .amounts("/declaredValue", "/postage");
  }
}
