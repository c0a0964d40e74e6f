package org.chasqui.quality;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ContentPieceBuilder;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyBuilder;

/** A declaration without fault, and what the tests change in it. */
final class Declared {
  private Declared() {}

  static ItemDeclaration sound() {
    return ItemDeclaration.builder()
        .itemId("RR123456785CL")
        .originCountryCode("CL")
        .destinationCountryCode("AR")
        .itemCategory(ItemCategory.SALE_OF_GOODS)
        .sender(party("Sender", "CL"))
        .recipient(party("Addressee", "AR"))
        .grossMass(mass("0.500"))
        .declaredValue(money("25.00"))
        .contents(List.of(piece()))
        .build();
  }

  static ContentPiece piece() {
    return ContentPiece.builder()
        .sequence(1)
        .description("Cotton shirt")
        .quantity(1)
        .hsCode("610910")
        .netMass(mass("0.400"))
        .value(money("25.00"))
        .originCountryCode("PE")
        .build();
  }

  static Party party(String name, String country) {
    return Party.builder().name(name).phone("+5491100000000").address(address(country)).build();
  }

  static Address address(String country) {
    return Address.builder()
        .streetLines(List.of("Street 1"))
        .city("City")
        .postcode("1000")
        .countryCode(country)
        .build();
  }

  static Mass mass(String value) {
    return new Mass(value, "KGM", null);
  }

  static Money money(String amount) {
    return new Money(amount, "USD", null);
  }

  static ItemDeclaration with(UnaryOperator<ContentPieceBuilder> change) {
    return sound().toBuilder().contents(List.of(change.apply(piece().toBuilder()).build())).build();
  }

  static ItemDeclaration to(UnaryOperator<PartyBuilder> change) {
    var recipient = sound().recipient();
    return sound().toBuilder().recipient(change.apply(recipient.toBuilder()).build()).build();
  }
}
