package org.chasqui.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/** Puts a fault of the data into a declaration. */
final class FaultyItem {
  private static final Map<String, String> VAGUE =
      Map.of("es", "Regalo", "pt", "Presente", "en", "Gift", "fr", "Cadeau");

  private FaultyItem() {}

  /** The declaration with the fault; the same one for a fault that only EDIFACT can express. */
  static ItemDeclaration with(Fault fault, ItemDeclaration item) {
    return switch (fault) {
      case CHECK_DIGIT -> item.toBuilder().itemId(wrongDigit(item.itemId(), 10)).build();
      case VAGUE_DESCRIPTION -> firstLine(item, line -> described(line));
      case HS_MISSING -> firstLine(item, line -> line.toBuilder().hsCode(null).build());
      case VALUE_ZERO ->
          firstLine(item, line -> line.toBuilder().value(new Money("0.00", "USD")).build());
      case VALUE_SUM ->
          item.toBuilder()
              .declaredValue(new Money("9" + item.declaredValue().amount(), "USD"))
              .build();
      case MASS_SUM -> item.toBuilder().grossMass(new Mass("0.001", "KGM")).build();
      case POSTING_IN_FUTURE ->
          item.toBuilder().postingDateTime("2099" + item.postingDateTime().substring(4)).build();
      case CURRENCIES_DIFFER ->
          firstLine(
              item,
              line -> line.toBuilder().value(new Money(line.value().amount(), "EUR")).build());
      case IDENTIFIER -> item.toBuilder().recipient(withWrongId(item.recipient())).build();
      case BAD_DATE, SEGMENT_UNEXPECTED, SEGMENT_MISSING, ELEMENT_TOO_LONG, CODE_VALUE -> item;
    };
  }

  private static ContentPiece described(ContentPiece line) {
    return line.toBuilder().description(VAGUE.get(line.descriptionLanguageCode())).build();
  }

  private static ItemDeclaration firstLine(
      ItemDeclaration item, UnaryOperator<ContentPiece> change) {
    var lines = new ArrayList<>(item.contents());
    lines.set(0, change.apply(lines.getFirst()));
    return item.toBuilder().contents(lines).build();
  }

  private static Party withWrongId(Party party) {
    var ids = party.identifiers();
    if (ids.isEmpty()) {
      return party;
    }
    var id = ids.getFirst();
    var wrong =
        new PartyIdentifier(
            id.schemeCode(),
            wrongDigit(id.value(), id.value().length() - 1),
            id.issuingCountryCode());
    return party.toBuilder().identifiers(List.of(wrong)).build();
  }

  private static String wrongDigit(String text, int at) {
    char digit = text.charAt(at);
    char other = digit >= '0' && digit < '9' ? (char) (digit + 1) : '0';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
