package org.chasqui.codec.saai;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the file looks after; all others are reported as lost. */
final class M3Fields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId", "/destinationCountryCode", "/originCountryCode", "/incoterm")
          .masses("/grossMass")
          .amounts("/declaredValue", "/contents/*/value")
          .names("/recipient")
          .identifiers("/recipient")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode")
          .losses();

  private M3Fields() {}
}
