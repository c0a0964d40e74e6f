package org.chasqui.codec.muisca;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration a record looks after; all others are reported as lost. */
final class FileFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originCountryCode",
              "/destinationCountryCode",
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
          .names("/sender", "/recipient")
          .addresses("/sender", "/recipient")
          .identifiers("/recipient")
          .losses();

  private FileFields() {}
}
