package org.chasqui.codec.atena;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration ATENA looks after; all others are reported as lost. */
final class SadFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originCountryCode",
              "/destinationCountryCode",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/comments",
              "/incoterm")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/insuredValue", "/postage", "/contents/*/value")
          .at("/documents/*", "/typeCode", "/number", "/issuedOn")
          .at("/contents/*/documents/*", "/typeCode", "/number", "/issuedOn")
          .at("/transport", "/dispatchId", "/receptacleId", "/modeCode")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode",
              "/packageCount")
          .names("/sender", "/recipient")
          .addresses("/sender", "/recipient")
          .identifiers("/recipient")
          .losses();

  private SadFields() {}
}
