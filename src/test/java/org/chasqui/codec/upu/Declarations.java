package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.ECommerce;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.Place;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.RegionalMessage;

/** Random item declarations of all that the layout carries, for property tests. */
final class Declarations {
  private static final String[] WORDS =
      "Camiseta algodón d'água señor 50% A+B 10:30 ¿qué? São Libro x".split(" ");

  private final Random random;

  Declarations(long seed) {
    random = new Random(seed);
  }

  RegionalMessage next(int number) {
    var data = random.nextInt(12) == 0 ? cancellation(number) : declaration(number);
    return message(data);
  }

  static RegionalMessage message(ItemDeclaration data) {
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            "urn:lac-ead:party:CL:post:CLA",
            MessageKind.ITEM_DECLARATION,
            data.itemId(),
            "2026-11-04T10:10:00-03:00",
            "urn:lac-ead:party:XX:gateway:CHASQUI",
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e00",
            null,
            false,
            Map.of()),
        data);
  }

  ItemDeclaration cancellation(int number) {
    return base(number, MessageFunction.CANCELLATION).build();
  }

  private ItemDeclarationBuilder base(int number, MessageFunction function) {
    var itemId = "CP%08d5CL".formatted(number);
    return ItemDeclaration.builder()
        .declarationId(DecodeContext.stableId("declaration/CLA/" + itemId))
        .version(function == MessageFunction.ORIGINAL ? 1 : 2)
        .function(function)
        .itemId(itemId)
        .originOperatorCode("CLA")
        .destinationOperatorCode("BRA")
        .originCountryCode("CL")
        .destinationCountryCode("BR");
  }

  ItemDeclaration declaration(int number) {
    var contents = new ArrayList<ContentPiece>();
    for (int i = 1; i <= 1 + random.nextInt(4); i++) {
      contents.add(content(i));
    }
    var category = List.of(ItemCategory.values()).get(random.nextInt(ItemCategory.values().length));
    var item =
        base(number, random.nextBoolean() ? MessageFunction.ORIGINAL : MessageFunction.AMENDMENT)
            .postingDateTime(
                random.nextBoolean() ? "2026-11-02T11:05:00-03:00" : "2026-11-02T11:05:07-03:00")
            .postingLocation(new Place("CLSCLA", null, null, null, null, null, null, null))
            .mailSubclassCode("CN")
            .mailClassCode("C")
            .mailCategoryCode("A")
            .itemCategory(category)
            .itemCategoryExplanation(text(1, 140))
            .comments(maybe(text(1, 512)))
            .grossMass(new Mass("1.250", "KGM"))
            .declaredValue(money())
            .postage(maybe(money()))
            .insuredValue(maybe(money()))
            .localItemId(maybe(text(1, 35)))
            .sender(party("76123456-0", "RUT", "CL", "customs ref"))
            .recipient(party("39053344705", "CPF", "BR", null))
            .importer(maybe(party("X-99", "TAX-ID", "BR", null)))
            .contents(contents);
    if (random.nextBoolean()) {
      item.documents(List.of(new Document("380", text(1, 35), null, null, null, null)));
      item.eCommerce(new ECommerce(null, null, text(1, 35), null, null, null, null));
      item.transport(new ItemTransport(null, "CLSCLABRSAODACN60042001100105", null, null, null));
      item.prepaidTax(
          new PrepaidTax(random.nextBoolean() ? "VAT" : "IOSS", "IM0123", List.of(), null));
      item.extensions(Map.of("upu.itmatt", Map.of("destinationImpcCode", "BRSAOD")));
    }
    return item.build();
  }

  private ContentPiece content(int sequence) {
    boolean tariff = random.nextBoolean();
    return ContentPiece.builder()
        .sequence(sequence)
        .description(text(1, 512))
        .quantity(1 + random.nextInt(9_999))
        .quantityUnitCode(maybe("PCE"))
        .netMass(maybe(new Mass("0.600", "KGM")))
        .value(money())
        .hsCode("610910")
        .tariffCode(tariff ? "61091000" : null)
        .originCountryCode(maybe("PE"))
        .build();
  }

  private Party party(String id, String scheme, String country, String customsReference) {
    return Party.builder()
        .name(text(1, 140))
        .identifiers(List.of(new PartyIdentifier(scheme, id, country)))
        .address(
            Address.builder()
                .streetLines(List.of(text(1, 35), text(1, 35)))
                .city(text(1, 35))
                .subdivisionCode(country + "-RM")
                .postcode("7500000")
                .countryCode(country)
                .build())
        .phone(maybe("+56221234567"))
        .email(maybe("ventas@tienda.example"))
        .customsReference(customsReference)
        .build();
  }

  private Money money() {
    return new Money(random.nextInt(10_000) + "." + (10 + random.nextInt(90)), "USD");
  }

  private <T> T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  /** Words with characters of the service, up to a length. */
  String text(int least, int most) {
    int length = least + random.nextInt(most - least + 1);
    var text = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    while (text.length() < length) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.length() > most ? text.substring(0, most).strip() : text.toString();
  }
}
