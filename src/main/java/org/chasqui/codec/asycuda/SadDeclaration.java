package org.chasqui.codec.asycuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Envelope;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Severity;

/** Makes the declaration of an item of a file that is not registered yet. */
final class SadDeclaration {
  private static final int MOST = 999_999;

  private final DecodeContext context;
  private final SadDocument document;
  private final List<Problem> problems = new ArrayList<>();

  SadDeclaration(DecodeContext context, SadDocument document) {
    this.context = context;
    this.document = document;
  }

  Decoded decoded(String itemId) {
    var declaration = declaration(itemId);
    var envelope =
        new Envelope(
            context.messageId(1),
            context.view().urn(),
            MessageKind.ITEM_DECLARATION,
            itemId,
            context.receivedAt().toString(),
            context.recipientUrn(),
            DecodeContext.stableId("conversation/" + itemId),
            null,
            false,
            Map.of());
    return new Decoded(
        1, itemId, null, new RegionalMessage(envelope, declaration), List.copyOf(problems));
  }

  private ItemDeclaration declaration(String itemId) {
    var country = "General_information/Country/";
    return ItemDeclaration.builder()
        .declarationId(DecodeContext.stableId(context.documentKey() + "/" + itemId))
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .flow("E".equals(document.text("Property/Sad_flow")) ? Flow.EXPORT : Flow.IMPORT)
        .itemId(itemId)
        .originCountryCode(document.text(country + "Export/Export_country_code"))
        .destinationCountryCode(document.text(country + "Destination/Destination_country_code"))
        .sender(party("Traders/Exporter/Exporter_name"))
        .recipient(party("Traders/Consignee/Consignee_name"))
        .itemCategory(category(document.text("General_information/Additional_information")))
        .comments(document.text("General_information/Comments_free_text"))
        .grossMass(mass(document.text("Valuation/Weight/Gross_weight")))
        .declaredValue(money("Valuation/Gs_Invoice"))
        .postage(money("Valuation/Gs_external_freight"))
        .incoterm(document.text("Transport/Delivery_terms/Code"))
        .contents(contents())
        .build();
  }

  /** The first line is the name, a last one of two letters the country. */
  private Party party(String path) {
    var text = document.text(path);
    if (text == null) {
      return null;
    }
    var lines = new ArrayList<>(text.lines().map(String::strip).toList());
    var country = lines.getLast().matches("[A-Z]{2}") ? lines.removeLast() : null;
    var name = lines.isEmpty() ? null : lines.removeFirst();
    var address = Address.builder().streetLines(lines).countryCode(country).build();
    return Party.builder().name(name).address(address).build();
  }

  private static ItemCategory category(String text) {
    for (var category : ItemCategory.values()) {
      if (text != null && (text + " ").startsWith(category.name() + " ")) {
        return category;
      }
    }
    return null;
  }

  private List<ContentPiece> contents() {
    var contents = new ArrayList<ContentPiece>();
    for (var line : document.lines()) {
      int number = contents.size() + 1;
      contents.add(
          ContentPiece.builder()
              .sequence(number)
              .description(line.text("Goods_description/Commercial_Description"))
              .quantity(quantity(line, number))
              .netMass(mass(line.text("Valuation_item/Weight_itm/Net_weight_itm")))
              .value(
                  money(
                      line.text("Valuation_item/Item_Invoice/Amount_foreign_currency"),
                      line.text("Valuation_item/Item_Invoice/Currency_code")))
              .tariffCode(tariff(line))
              .originCountryCode(line.text("Goods_description/Country_of_origin_code"))
              .build());
    }
    return contents;
  }

  private Integer quantity(SadDocument.Line line, int number) {
    var path = "Tarification/Supplementary_unit/Suppplementary_unit_quantity";
    var text = line.text(path);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,6}(\\.0+)?")) {
      int quantity = Integer.parseInt(text.replaceFirst("\\..*", ""));
      return quantity > 0 && quantity <= MOST ? quantity : null;
    }
    problems.add(
        new Problem(
            ProblemCode.ELEMENT_FORMAT,
            Severity.WARNING,
            new Location.AtXPath("/ASYCUDA/Item[" + number + "]/" + path, null),
            null,
            "a whole number"));
    return null;
  }

  private static String tariff(SadDocument.Line line) {
    var code = new StringBuilder();
    for (var part : List.of("Commodity_code", "Precision_1", "Precision_2", "Precision_3")) {
      var text = line.text("Tarification/HScode/" + part);
      code.append(text == null ? "" : text);
    }
    return code.isEmpty() ? null : code.toString();
  }

  private static Mass mass(String kilograms) {
    return kilograms == null ? null : new Mass(kilograms, "KGM");
  }

  private Money money(String group) {
    return money(
        document.text(group + "/Amount_foreign_currency"), document.text(group + "/Currency_code"));
  }

  private static Money money(String amount, String currency) {
    return amount == null || currency == null ? null : new Money(amount, currency);
  }
}
