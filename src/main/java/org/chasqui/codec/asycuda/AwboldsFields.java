package org.chasqui.codec.asycuda;

import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;

/** Which fields of a declaration a house bill looks after; all others are reported as lost. */
final class AwboldsFields {
  static final FieldLosses WITHOUT_INFORMATION = carried().losses();

  /** With what stands in the free text {@code Information} when the profile has it. */
  static final FieldLosses WITH_INFORMATION =
      carried()
          .and("/itemCategory", "/itemCategoryExplanation", "/comments")
          .contents("/sequence", "/quantityUnitCode", "/originCountryCode", "/tariffCode")
          .masses("/contents/*/netMass")
          .amounts("/contents/*/value")
          .documents()
          .losses();

  private AwboldsFields() {}

  private static CarriedFields carried() {
    return CarriedFields.ofMessageAnd("/itemId", "/originCountryCode", "/destinationCountryCode")
        .masses("/grossMass")
        .amounts("/declaredValue", "/insuredValue", "/postage")
        .dimensions()
        .contents("/description", "/quantity", "/hsCode")
        .at("/transport", "/dispatchId", "/receptacleId", "/plannedDepartureAt")
        .parties("/sender", "/recipient");
  }
}
