package org.chasqui.codec.din;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration a DIN looks after; all others are reported as lost. */
final class DinFields {
  private static final List<String> ITEM =
      List.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/declarationId",
          "/version",
          "/function",
          "/flow",
          "/itemId",
          "/originOperatorCode",
          "/originCountryCode",
          "/destinationCountryCode",
          "/postingDateTime",
          "/itemCategory",
          "/itemCategoryExplanation",
          "/comments",
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/incoterm",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/contents/*/sequence",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/quantityUnitCode",
          "/contents/*/netMass/value",
          "/contents/*/netMass/unitCode",
          "/contents/*/value/amount",
          "/contents/*/value/currencyCode",
          "/contents/*/hsCode",
          "/contents/*/tariffCode",
          "/contents/*/originCountryCode",
          "/transport/dispatchId",
          "/transport/receptacleId",
          "/transport/modeCode");

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

  static final FieldLosses LOSSES = FieldLosses.of(ItemDeclaration.class, carried());

  private DinFields() {}

  private static Set<String> carried() {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    paths.add("/recipient/identifiers/*/schemeCode");
    paths.add("/recipient/identifiers/*/value");
    paths.add("/recipient/identifiers/*/issuingCountryCode");
    return paths;
  }
}
