package org.chasqui.codec.saai;

import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration the file looks after; all others are reported as lost. */
final class M3Fields {
  static final FieldLosses LOSSES =
      FieldLosses.of(
          ItemDeclaration.class,
          Set.of(
              // of the message, not of the item: the ledger keeps them with the delivery
              "/declarationId",
              "/version",
              "/function",
              "/flow",
              "/itemId",
              "/destinationCountryCode",
              "/originCountryCode",
              "/incoterm",
              "/grossMass/value",
              "/grossMass/unitCode",
              "/declaredValue/amount",
              "/declaredValue/currencyCode",
              "/recipient/name",
              "/recipient/givenName",
              "/recipient/familyName",
              "/recipient/organisationName",
              "/recipient/identifiers/*/schemeCode",
              "/recipient/identifiers/*/value",
              "/recipient/identifiers/*/issuingCountryCode",
              "/contents/*/sequence",
              "/contents/*/description",
              "/contents/*/quantity",
              "/contents/*/quantityUnitCode",
              "/contents/*/value/amount",
              "/contents/*/value/currencyCode",
              "/contents/*/hsCode",
              "/contents/*/tariffCode",
              "/contents/*/originCountryCode"));

  private M3Fields() {}
}
