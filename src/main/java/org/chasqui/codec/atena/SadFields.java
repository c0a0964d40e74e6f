package org.chasqui.codec.atena;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration ATENA looks after; all others are reported as lost. */
final class SadFields {
  private static final List<String> ITEM =
      List.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/declarationId",
          "/version",
          "/function",
          "/flow",
          "/itemId",
          "/originCountryCode",
          "/destinationCountryCode",
          "/itemCategory",
          "/itemCategoryExplanation",
          "/comments",
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/insuredValue/amount",
          "/insuredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/incoterm",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/documents/*/issuedOn",
          "/transport/dispatchId",
          "/transport/receptacleId",
          "/transport/modeCode");

  private static final List<String> CONTENT =
      List.of(
          "/sequence",
          "/description",
          "/quantity",
          "/quantityUnitCode",
          "/netMass/value",
          "/netMass/unitCode",
          "/value/amount",
          "/value/currencyCode",
          "/hsCode",
          "/tariffCode",
          "/originCountryCode",
          "/packageCount",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/documents/*/issuedOn");

  private static final List<String> PARTY =
      List.of(
          "/name",
          "/givenName",
          "/familyName",
          "/organisationName",
          "/address/streetLines",
          "/address/poBox",
          "/address/city",
          "/address/subdivisionName",
          "/address/subdivisionCode",
          "/address/postcode",
          "/address/countryCode");

  private static final List<String> CODE =
      List.of(
          "/identifiers/*/schemeCode", "/identifiers/*/value", "/identifiers/*/issuingCountryCode");

  static final FieldLosses LOSSES = FieldLosses.of(ItemDeclaration.class, carried());

  private SadFields() {}

  private static Set<String> carried() {
    var paths = new HashSet<>(ITEM);
    CONTENT.forEach(leaf -> paths.add("/contents/*" + leaf));
    PARTY.forEach(leaf -> paths.add("/sender" + leaf));
    PARTY.forEach(leaf -> paths.add("/recipient" + leaf));
    CODE.forEach(leaf -> paths.add("/recipient" + leaf));
    return paths;
  }
}
