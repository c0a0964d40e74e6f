package org.chasqui.codec.asycuda;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration a house bill looks after; all others are reported as lost. */
final class AwboldsFields {
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
          "/insuredValue/amount",
          "/insuredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
          "/dimensions/lengthCm",
          "/dimensions/widthCm",
          "/dimensions/heightCm",
          "/contents/*/description",
          "/contents/*/quantity",
          "/contents/*/hsCode",
          "/transport/dispatchId",
          "/transport/receptacleId",
          "/transport/plannedDepartureAt");

  /** What stands in the free text {@code Information} when the profile has it. */
  private static final List<String> INFORMATION =
      List.of(
          "/itemCategory",
          "/itemCategoryExplanation",
          "/comments",
          "/contents/*/sequence",
          "/contents/*/quantityUnitCode",
          "/contents/*/netMass/value",
          "/contents/*/netMass/unitCode",
          "/contents/*/value/amount",
          "/contents/*/value/currencyCode",
          "/contents/*/originCountryCode",
          "/contents/*/tariffCode",
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

  static final FieldLosses WITH_INFORMATION = FieldLosses.of(ItemDeclaration.class, carried(true));

  static final FieldLosses WITHOUT_INFORMATION =
      FieldLosses.of(ItemDeclaration.class, carried(false));

  private AwboldsFields() {}

  private static Set<String> carried(boolean information) {
    var paths = new HashSet<>(ITEM);
    for (var leaf : PARTY) {
      paths.add("/sender" + leaf);
      paths.add("/recipient" + leaf);
    }
    if (information) {
      paths.addAll(INFORMATION);
    }
    return paths;
  }
}
