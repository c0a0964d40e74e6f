package org.chasqui.codec.ecuapass;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the document looks after; all others are reported as lost. */
final class EcuapassFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originOperatorCode",
              "/originCountryCode",
              "/destinationCountryCode",
              "/postingDateTime",
              "/itemCategory",
              "/comments")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/postage", "/contents/*/value")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode")
          .at("/transport", "/dispatchId", "/receptacleId")
          .parties("/sender", "/recipient")
          .losses();

  private EcuapassFields() {}
}
