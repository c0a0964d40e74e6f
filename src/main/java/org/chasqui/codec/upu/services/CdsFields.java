package org.chasqui.codec.upu.services;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a message a view looks after; all others are reported as lost. */
final class CdsFields {
  private static final List<String> ITEM =
      List.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/version",
          "/function",
          "/flow",
          "/declarationId",
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
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/insuredValue/amount",
          "/insuredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/contents/*/sequence",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/quantityUnitCode",
          "/contents/*/netMass/value",
          "/contents/*/netMass/unitCode",
          "/contents/*/value/amount",
          "/contents/*/value/currencyCode",
          "/contents/*/hsCode",
          "/contents/*/originCountryCode",
          "/contents/*/revisedDescription",
          "/contents/*/revisedHsCode",
          "/contents/*/extensions",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/transport/modeCode",
          "/transport/plannedDepartureAt",
          "/extensions");

  private static final List<String> PARTY =
      List.of(
          "/name",
          "/givenName",
          "/familyName",
          "/organisationName",
          "/identifiers/*/schemeCode",
          "/identifiers/*/value",
          "/identifiers/*/issuingCountryCode",
          "/address/streetLines",
          "/address/city",
          "/address/subdivisionName",
          "/address/subdivisionCode",
          "/address/postcode",
          "/address/countryCode",
          "/phone",
          "/email");

  private static final Set<String> DECISION =
      Set.of(
          // the same
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

  static final FieldLosses OF_DECLARATIONS = FieldLosses.of(ItemDeclaration.class, item());

  static final FieldLosses OF_DECISIONS = FieldLosses.of(CustomsDecision.class, DECISION);

  private CdsFields() {}

  private static Set<String> item() {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    return paths;
  }
}
