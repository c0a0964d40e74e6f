package org.chasqui.codec.din;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration a DIN looks after; all others are reported as lost. */
final class DinFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originOperatorCode",
              "/originCountryCode",
              "/destinationCountryCode",
              "/postingDateTime",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/comments",
              "/incoterm")
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
          .at("/transport", "/dispatchId", "/receptacleId", "/modeCode")
          .names("/sender", "/recipient")
          .addresses("/sender", "/recipient")
          .identifiers("/recipient")
          .losses();

  private DinFields() {}
}
