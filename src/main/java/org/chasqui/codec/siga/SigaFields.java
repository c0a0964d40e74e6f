package org.chasqui.codec.siga;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration the documents look after; all others are reported as lost. */
final class SigaFields {
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
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode");

  private static final List<String> HOUSE =
      List.of(
          "/dimensions/lengthCm",
          "/dimensions/widthCm",
          "/dimensions/heightCm",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/hsCode",
          "/transport/dispatchId");

  private static final List<String> DUA =
      List.of(
          "/itemCategoryExplanation",
          "/comments",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/eCommerce/orderId",
          "/transport/plannedDepartureAt",
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
          "/contents/*/brand");

  private static final List<String> PERSON =
      List.of(
          "/name",
          "/givenName",
          "/familyName",
          "/organisationName",
          "/identifiers/*/schemeCode",
          "/identifiers/*/value",
          "/identifiers/*/issuingCountryCode",
          "/address/countryCode");

  private static final List<String> HOUSE_PARTY =
      List.of(
          "/phone",
          "/email",
          "/address/streetLines",
          "/address/poBox",
          "/address/city",
          "/address/subdivisionName",
          "/address/subdivisionCode",
          "/address/postcode");

  static final FieldLosses MASTER = FieldLosses.of(ItemDeclaration.class, master());

  static final FieldLosses DECLARATION = FieldLosses.of(ItemDeclaration.class, declaration());

  private SigaFields() {}

  private static Set<String> master() {
    var paths = new HashSet<>(ITEM);
    paths.addAll(HOUSE);
    for (var role : List.of("/sender", "/recipient")) {
      PERSON.forEach(leaf -> paths.add(role + leaf));
      HOUSE_PARTY.forEach(leaf -> paths.add(role + leaf));
    }
    return paths;
  }

  private static Set<String> declaration() {
    var paths = new HashSet<>(ITEM);
    paths.addAll(DUA);
    for (var role : List.of("/sender", "/recipient", "/importer", "/eCommerce/seller")) {
      PERSON.forEach(leaf -> paths.add(role + leaf));
    }
    return paths;
  }
}
