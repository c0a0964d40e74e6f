package org.chasqui.codec.wco;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration the WCO document looks after; all others are reported as lost. */
final class WcoFields {
  private static final List<String> ITEM =
      List.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/declarationId",
          "/version",
          "/function",
          "/flow",
          "/itemId",
          "/localItemId",
          "/originOperatorCode",
          "/originCountryCode",
          "/destinationCountryCode",
          "/postingDateTime",
          "/postingLocation/unLocode",
          "/itemCategory",
          "/itemCategoryExplanation",
          "/grossMass/value",
          "/grossMass/unitCode",
          "/dimensions/lengthCm",
          "/dimensions/widthCm",
          "/dimensions/heightCm",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/incoterm",
          "/documents/*/typeCode",
          "/documents/*/number",
          "/comments",
          "/nonDeliveryInstruction",
          "/eCommerce/orderId",
          "/prepaidTax/registrationId",
          "/transport/modeCode");

  private static final List<String> CONTENT =
      List.of(
          "/sequence",
          "/description",
          "/descriptionLanguageCode",
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
          "/gtin",
          "/dangerousGoodsUnNumber",
          "/documents/*/typeCode",
          "/documents/*/number");

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

  private WcoFields() {}

  private static Set<String> carried() {
    var paths = new HashSet<>(ITEM);
    for (var leaf : CONTENT) {
      paths.add("/contents/*" + leaf);
    }
    for (var role :
        List.of("/sender", "/recipient", "/importer", "/eCommerce/seller", "/eCommerce/buyer")) {
      for (var leaf : PARTY) {
        paths.add(role + leaf);
      }
    }
    for (var role : List.of("/importer", "/eCommerce/seller", "/eCommerce/buyer")) {
      paths.add(role + "/phone");
      paths.add(role + "/email");
    }
    return paths;
  }
}
