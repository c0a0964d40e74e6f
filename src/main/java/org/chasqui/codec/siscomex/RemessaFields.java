package org.chasqui.codec.siscomex;

import java.util.Set;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.ItemDeclaration;

/** Which fields of a declaration the registration looks after; all others are reported as lost. */
final class RemessaFields {
  private static final Set<String> CARRIED =
      Set.of(
          // of the message, not of the item: the ledger keeps them with the delivery
          "/declarationId",
          "/version",
          "/function",
          "/flow",
          "/itemId",
          "/originCountryCode",
          "/destinationCountryCode",
          "/sender/name",
          "/sender/givenName",
          "/sender/familyName",
          "/sender/organisationName",
          "/sender/identifiers/*/schemeCode",
          "/sender/identifiers/*/value",
          "/sender/identifiers/*/issuingCountryCode",
          "/sender/address/streetLines",
          "/sender/address/poBox",
          "/sender/address/city",
          "/sender/address/subdivisionName",
          "/sender/address/subdivisionCode",
          "/sender/address/postcode",
          "/sender/address/countryCode",
          "/recipient/name",
          "/recipient/givenName",
          "/recipient/familyName",
          "/recipient/organisationName",
          "/recipient/identifiers/*/schemeCode",
          "/recipient/identifiers/*/value",
          "/recipient/identifiers/*/issuingCountryCode",
          "/recipient/address/streetLines",
          "/recipient/address/poBox",
          "/recipient/address/city",
          "/recipient/address/subdivisionName",
          "/recipient/address/subdivisionCode",
          "/recipient/address/postcode",
          "/recipient/address/countryCode",
          "/itemCategory",
          "/itemCategoryExplanation",
          "/transactionType",
          "/grossMass/value",
          "/grossMass/unitCode",
          "/declaredValue/amount",
          "/declaredValue/currencyCode",
          "/postage/amount",
          "/postage/currencyCode",
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
          "/documents/*/typeCode",
          "/documents/*/number",
          "/comments",
          "/nonDeliveryInstruction",
          "/eCommerce/platformName",
          "/eCommerce/platformIdentifier/schemeCode",
          "/eCommerce/platformIdentifier/value",
          "/eCommerce/platformIdentifier/issuingCountryCode",
          "/eCommerce/orderId",
          "/prepaidTax/schemeCode",
          "/prepaidTax/registrationId",
          "/prepaidTax/taxes/*/typeCode",
          "/prepaidTax/taxes/*/amount/amount",
          "/prepaidTax/taxes/*/amount/currencyCode",
          "/transport/receptacleId");

  static final FieldLosses LOSSES = FieldLosses.of(ItemDeclaration.class, CARRIED);

  private RemessaFields() {}
}
