package org.chasqui.codec.vucem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration a COVE looks after; all others are reported as lost. */
final class CoveFields {
  private static final List<String> ITEM =
      List.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/declarationId",
          "/version",
          "/function",
          "/flow",
          "/itemId",
          "/destinationCountryCode",
          "/postingDateTime",
          "/comments",
          "/contents/*/sequence",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/quantityUnitCode",
          "/contents/*/value/amount",
          "/contents/*/value/currencyCode");

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
          "/address/poBox",
          "/address/city",
          "/address/subdivisionName",
          "/address/subdivisionCode",
          "/address/postcode",
          "/address/countryCode");

  static final FieldLosses LOSSES = FieldLosses.of(ItemDeclaration.class, carried());

  private CoveFields() {}

  private static Set<String> carried() {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    return paths;
  }
}
