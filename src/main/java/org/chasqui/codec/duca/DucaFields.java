package org.chasqui.codec.duca;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration the DUCA looks after; all others are reported as lost. */
final class DucaFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/originCountryCode",
              "/destinationCountryCode",
              "/itemCategory",
              "/itemCategoryExplanation",
              "/comments",
              "/nonDeliveryInstruction",
              "/incoterm")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/postage", "/contents/*/value")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/tariffCode",
              "/originCountryCode",
              "/packageCount")
          .at("/contents/*/documents/*", "/typeCode", "/number", "/issuedOn", "/issuer")
          .at("/documents/*", "/typeCode", "/number", "/issuedOn", "/issuer")
          .at("/transport", "/dispatchId", "/receptacleId", "/modeCode")
          .parties("/sender", "/recipient")
          .losses();

  private DucaFields() {}
}
