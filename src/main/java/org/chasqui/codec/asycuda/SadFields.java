package org.chasqui.codec.asycuda;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration a SAD looks after; all others are reported as lost. */
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
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/incoterm",
          "/comments",
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
          "/transport/dispatchId");

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

  static final FieldLosses WITHOUT_DOCUMENTS =
      FieldLosses.of(ItemDeclaration.class, carried(false));

  static final FieldLosses WITH_DOCUMENTS = FieldLosses.of(ItemDeclaration.class, carried(true));

  private SadFields() {}

  private static Set<String> carried(boolean documents) {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    if (documents) {
      paths.add("/documents/*/typeCode");
      paths.add("/documents/*/number");
    }
    return paths;
  }
}
