package org.chasqui.codec.asycuda;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration a SAD looks after; all others are reported as lost. */
final class SadFields {
  static final FieldLosses WITHOUT_DOCUMENTS = carried().losses();

  static final FieldLosses WITH_DOCUMENTS = carried().documents().losses();

  private SadFields() {}

  private static CarriedFields carried() {
    return CarriedFields.ofMessageAnd(
            "/itemId",
            "/originCountryCode",
            "/destinationCountryCode",
            "/itemCategory",
            "/itemCategoryExplanation",
            "/incoterm",
            "/comments",
            "/transport/dispatchId")
        .masses("/grossMass", "/contents/*/netMass")
        .amounts("/declaredValue", "/postage", "/contents/*/value")
        .contents(
            "/sequence",
            "/description",
            "/quantity",
            "/quantityUnitCode",
            "/hsCode",
            "/tariffCode",
            "/originCountryCode")
        .parties("/sender", "/recipient");
  }
}
