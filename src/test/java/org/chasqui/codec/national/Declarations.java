package org.chasqui.codec.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.codec.Codec;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.Envelope;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TransactionType;

/** Random declarations within the limits of the regional schema, the same for the same seed. */
final class Declarations {
  private static final String[] ALPHABET = {
    "a", "B", "ç", "ñ", "É", "7", " ", "&", "<", "\"", "'", "\\", "ß", "漢", "😀", "\n", "-", "."
  };

  private final Random random;
  private final ProfileView to;

  Declarations(long seed, ProfileView to) {
    this.random = new Random(seed);
    this.to = to;
  }

  RegionalMessage next() {
    return message(item());
  }

  /** With what a document cannot do without, and in its function. */
  static RegionalMessage fitting(RegionalMessage message, Codec codec) {
    var item = (ItemDeclaration) message.data();
    var contents =
        item.contents().stream()
            .map(
                piece ->
                    piece.hsCode() == null && codec.name().startsWith("asycuda-sad")
                        ? piece.toBuilder().hsCode("610910").build()
                        : piece)
            .toList();
    var function = NationalViews.function(codec);
    return message.with(item.toBuilder().function(function).contents(contents).build());
  }

  static RegionalMessage message(ItemDeclaration item) {
    var envelope =
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            "urn:lac-ead:party:CL:post:CLA",
            MessageKind.ITEM_DECLARATION,
            item.itemId(),
            "2026-11-23T11:00:00Z",
            "urn:lac-ead:party:XX:gateway:CHASQUI",
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e00",
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, item);
  }

  private ItemDeclaration item() {
    return ItemDeclaration.builder()
        .declarationId("0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e01")
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .flow(maybe(Flow.IMPORT))
        .itemId("CP" + digits(9) + "CL")
        .localItemId(maybe(text(35)))
        .originOperatorCode(maybe("CLA"))
        .originCountryCode("CL")
        .destinationCountryCode(to.countryCode())
        .postingDateTime(maybe("2026-11-20T09:30:00-03:00"))
        .sender(party("CL", random.nextInt(3)))
        .recipient(party(to.countryCode(), random.nextInt(3)))
        .itemCategory(one(ItemCategory.values()))
        .itemCategoryExplanation(maybe(text(140)))
        .transactionType(maybe(one(TransactionType.values())))
        .grossMass(mass())
        .declaredValue(maybe(money()))
        .insuredValue(maybe(money()))
        .postage(money())
        .incoterm(maybe("DAP"))
        .contents(contents())
        .documents(random.nextBoolean() ? List.of() : List.of(document()))
        .comments(maybe(text(512)))
        .transport(transport())
        .build();
  }

  private ItemTransport transport() {
    return new ItemTransport(
        "CLSCLABRCWBAAUN60001",
        "CLSCLABRCWBAAUN60001001100123",
        maybe("4"),
        "2026-11-24T23:00:00-03:00",
        Map.of());
  }

  private List<ContentPiece> contents() {
    var contents = new ArrayList<ContentPiece>();
    int lines = 1 + random.nextInt(random.nextInt(20) == 0 ? 30 : 4);
    for (int i = 0; i < lines; i++) {
      contents.add(
          ContentPiece.builder()
              .sequence(i + 1)
              .description(text(512))
              .descriptionLanguageCode(maybe("es"))
              .quantity(1 + random.nextInt(999_999))
              .quantityUnitCode(maybe("H87"))
              .netMass(maybe(mass()))
              .value(money())
              .hsCode(maybe(digits(6)))
              .tariffCode(maybe(digits(7 + random.nextInt(8))))
              .originCountryCode(maybe("CN"))
              .packageCount(maybe(3))
              .dangerousGoodsUnNumber(maybe("1950"))
              .build());
    }
    return contents;
  }

  private Document document() {
    return new Document("380", maybe(text(70)), null, null, null, Map.of());
  }

  private Party party(String country, int identifiers) {
    var ids = new ArrayList<PartyIdentifier>();
    for (int i = 0; i < identifiers; i++) {
      ids.add(
          random.nextBoolean()
              ? new PartyIdentifier("CPF", digits(11), maybe(country))
              : new PartyIdentifier("X", text(35), maybe(country)));
    }
    return Party.builder()
        .name(text(140))
        .givenName(maybe(text(70)))
        .organisationName(maybe(text(140)))
        .identifiers(ids)
        .address(address(country))
        .phone(maybe("+56221234567"))
        .email(maybe("a@b.example"))
        .build();
  }

  private Address address(String country) {
    var lines = new ArrayList<String>();
    for (int i = random.nextInt(5); i > 0; i--) {
      lines.add(text(70));
    }
    return Address.builder()
        .streetLines(lines)
        .poBox(maybe(text(35)))
        .city(text(70))
        .subdivisionName(maybe(text(70)))
        .subdivisionCode(country + "-SP")
        .postcode(maybe(digits(8)))
        .countryCode(country)
        .build();
  }

  private Money money() {
    var amount = random.nextInt(1_000_000) + (random.nextBoolean() ? "" : "." + digits(3));
    return new Money(amount, "USD");
  }

  private Mass mass() {
    return new Mass(1 + random.nextInt(30) + "." + digits(1 + random.nextInt(6)), "KGM");
  }

  private String digits(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private String text(int max) {
    int length = 3 + random.nextInt(random.nextInt(4) == 0 ? max - 2 : Math.min(40, max - 2));
    var text = new StringBuilder("x");
    while (text.length() < length - 1) {
      text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.append('y').toString();
  }

  private <T> T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
