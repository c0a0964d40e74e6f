package org.chasqui.codec.upu;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration CUSCAR looks after; all others are reported as lost. */
final class CuscarFields {
  /** Of the message, not of the item: the ledger keeps them with the delivery. */
  private static final List<String> MESSAGE =
      List.of("/declarationId", "/version", "/function", "/itemId");

  private static final List<String> ITEM =
      List.of(
          "/originCountryCode",
          "/destinationCountryCode",
          "/postingDateTime",
          "/postingLocation/impcCode",
          "/mailSubclassCode",
          "/mailClassCode",
          "/mailCategoryCode",
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
          "/localItemId",
          "/eCommerce/orderId",
          "/transport/dispatchId",
          "/transport/receptacleId",
          "/transport/modeCode",
          "/transport/plannedDepartureAt",
          "/prepaidTax/schemeCode",
          "/prepaidTax/registrationId",
          "/extensions");

  private static final List<String> CONTENT =
      List.of(
          "/sequence",
          "/description",
          "/quantity",
          "/quantityUnitCode",
          "/packageCount",
          "/netMass/value",
          "/netMass/unitCode",
          "/value/amount",
          "/value/currencyCode",
          "/hsCode",
          "/tariffCode",
          "/originCountryCode");

  private static final List<String> PARTY =
      List.of(
          "/name",
          "/givenName",
          "/familyName",
          "/organisationName",
          "/personType",
          "/phone",
          "/email",
          "/customsReference",
          "/identifiers/*/schemeCode",
          "/identifiers/*/value",
          "/identifiers/*/issuingCountryCode",
          "/address/streetLines",
          "/address/city",
          "/address/subdivisionCode",
          "/address/subdivisionName",
          "/address/postcode",
          "/address/poBox",
          "/address/countryCode");

  /** Of a declaration; what the party's own writer reports itself is among those it looks after. */
  static final FieldLosses DECLARED = FieldLosses.of(ItemDeclaration.class, declared());

  /** A cancellation says the item and its way. */
  static final FieldLosses CANCELLED = FieldLosses.of(ItemDeclaration.class, cancelled());

  private CuscarFields() {}

  private static Set<String> cancelled() {
    var fields = new HashSet<String>(MESSAGE);
    fields.addAll(List.of("/originCountryCode", "/destinationCountryCode"));
    return fields;
  }

  private static Set<String> declared() {
    var fields = new HashSet<String>(MESSAGE);
    fields.addAll(ITEM);
    CONTENT.forEach(field -> fields.add("/contents/*" + field));
    for (var party : List.of("/sender", "/recipient", "/importer")) {
      PARTY.forEach(field -> fields.add(party + field));
    }
    return fields;
  }
}
