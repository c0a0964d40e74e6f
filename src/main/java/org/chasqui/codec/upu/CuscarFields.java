package org.chasqui.codec.upu;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration CUSCAR looks after; all others are reported as lost. */
final class CuscarFields {
  /** A cancellation says the item and its way. */
  static final FieldLosses CANCELLED = itemAndWay().losses();

  /** Of a declaration; what the party's own writer reports itself is among those it looks after. */
  static final FieldLosses DECLARED =
      itemAndWay()
          .and(
              "/postingDateTime",
              "/postingLocation/impcCode",
              "/mailSubclassCode",
              "/mailClassCode",
              "/mailCategoryCode",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/comments",
              "/localItemId",
              "/eCommerce/orderId",
              "/extensions")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/insuredValue", "/postage", "/contents/*/value")
          .at("/transport", "/dispatchId", "/receptacleId", "/modeCode", "/plannedDepartureAt")
          .at("/prepaidTax", "/schemeCode", "/registrationId")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/packageCount",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode")
          .parties("/sender", "/recipient", "/importer")
          .at("/sender", "/personType", "/phone", "/email", "/customsReference")
          .at("/recipient", "/personType", "/phone", "/email", "/customsReference")
          .at("/importer", "/personType", "/phone", "/email", "/customsReference")
          .losses();

  private CuscarFields() {}

  /** Without the flow, which is reported. */
  private static CarriedFields itemAndWay() {
    return CarriedFields.only(
        "/declarationId",
        "/version",
        "/function",
        "/itemId",
        "/originCountryCode",
        "/destinationCountryCode");
  }
}
