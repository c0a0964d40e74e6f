package org.chasqui.codec.upu.services;

import java.util.Set;
import org.chasqui.codec.CarriedFields;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.CustomsDecision;

/** Which fields of a message a view looks after; all others are reported as lost. */
final class CdsFields {
  /** The service knows no post-office box. */
  private static final String[] ADDRESS = {
    "/streetLines", "/city", "/subdivisionName", "/subdivisionCode", "/postcode", "/countryCode"
  };

  private static final Set<String> DECISION =
      Set.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/version",
          "/decisionId",
          "/flow",
          "/declaration/itemId",
          "/declaration/declarationId",
          "/declaration/version",
          "/status",
          "/authority/countryCode",
          "/authority/name",
          "/authority/agencyType",
          "/decidedAt",
          "/releasedAt",
          "/reasons/*/code",
          "/reasons/*/text",
          "/dutiable",
          "/duties/*/typeCode",
          "/duties/*/typeName",
          "/duties/*/lineSequence",
          "/duties/*/rate",
          "/duties/*/rateUnit",
          "/duties/*/payable/amount",
          "/duties/*/payable/currencyCode",
          "/fees/*/typeCode",
          "/fees/*/amount/amount",
          "/fees/*/amount/currencyCode",
          "/totalPayable/amount",
          "/totalPayable/currencyCode");

  static final FieldLosses OF_DECLARATIONS =
      CarriedFields.ofMessageAnd(
              "/itemId",
              "/localItemId",
              "/originOperatorCode",
              "/destinationOperatorCode",
              "/originCountryCode",
              "/destinationCountryCode",
              "/mailClassCode",
              "/mailCategoryCode",
              "/postingDateTime",
              "/itemCategory",
              "/extensions")
          .masses("/grossMass", "/contents/*/netMass")
          .amounts("/declaredValue", "/insuredValue", "/postage", "/contents/*/value")
          .documents()
          .at("/transport", "/modeCode", "/plannedDepartureAt")
          .contents(
              "/sequence",
              "/description",
              "/quantity",
              "/quantityUnitCode",
              "/hsCode",
              "/originCountryCode",
              "/revisedDescription",
              "/revisedHsCode",
              "/extensions")
          .names("/sender", "/recipient")
          .identifiers("/sender", "/recipient")
          .at("/sender", "/phone", "/email")
          .at("/recipient", "/phone", "/email")
          .at("/sender/address", ADDRESS)
          .at("/recipient/address", ADDRESS)
          .losses();

  static final FieldLosses OF_DECISIONS = FieldLosses.of(CustomsDecision.class, DECISION);

  private CdsFields() {}
}
