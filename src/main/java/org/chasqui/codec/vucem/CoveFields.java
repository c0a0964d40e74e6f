package org.chasqui.codec.vucem;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration a COVE looks after; all others are reported as lost. */
final class CoveFields {
  static final FieldLosses LOSSES =
      CarriedFields.ofMessageAnd(
              "/itemId", "/destinationCountryCode", "/postingDateTime", "/comments")
          .contents("/sequence", "/description", "/quantity", "/quantityUnitCode")
          .amounts("/contents/*/value")
          .parties("/sender", "/recipient")
          .losses();

  private CoveFields() {}
}
