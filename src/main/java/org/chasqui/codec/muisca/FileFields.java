package org.chasqui.codec.muisca;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration a record looks after; all others are reported as lost. */
final class FileFields {
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
          "/comments",
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/contents/*/sequence",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/netMass/value",
          "/contents/*/netMass/unitCode",
          "/contents/*/value/amount",
          "/contents/*/value/currencyCode",
          "/contents/*/hsCode",
          "/contents/*/tariffCode",
          "/contents/*/originCountryCode",
          "/recipient/identifiers/*/schemeCode",
          "/recipient/identifiers/*/value",
          "/recipient/identifiers/*/issuingCountryCode",
          "/transport/dispatchId",
          "/transport/receptacleId");

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

  private FileFields() {}

  private static Set<String> carried() {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    return paths;
  }
}
