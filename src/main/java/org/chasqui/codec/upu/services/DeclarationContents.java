package org.chasqui.codec.upu.services;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Reads what an item is and holds. */
final class DeclarationContents {
  private final CdsValues values;

  DeclarationContents(CdsValues values) {
    this.values = values;
  }

  /** The lines of the contents. */
  List<ContentPiece> pieces(CdsElement data) {
    var contents = new ArrayList<ContentPiece>();
    for (var piece : data.at("ContentPieces").all("ContentPiece")) {
      var index = values.number(piece, "Index");
      contents.add(
          ContentPiece.builder()
              .sequence(index == null ? contents.size() + 1 : index)
              .description(values.text(piece, "Description", 512))
              .quantity(values.number(piece, "Number"))
              .netMass(values.mass(piece, "NetWeight"))
              .value(values.money(piece, "Amount", "CurrencyCd"))
              .hsCode(values.code(piece, "HS", CdsValues.HS, "an HS code of 6 digits"))
              .originCountryCode(
                  values.code(piece, "OrigCountryCd", CdsValues.COUNTRY, "a country of 2 letters"))
              .revisedDescription(values.text(piece, "RevisedDescription", 512))
              .revisedHsCode(
                  values.code(piece, "RevisedHS", CdsValues.HS, "an HS code of 6 digits"))
              .extensions(extensions(new HashMap<>(), piece.extraFields()))
              .build());
    }
    return contents;
  }

  /** What the lines add up to; null when one has no value, or the currencies differ. */
  static Money sum(List<ContentPiece> pieces) {
    var total = BigDecimal.ZERO;
    String currency = null;
    for (var piece : pieces) {
      var value = piece.value();
      if (value == null || currency != null && !currency.equals(value.currencyCode())) {
        return null;
      }
      currency = value.currencyCode();
      total = total.add(new BigDecimal(value.amount()));
    }
    return currency == null ? null : new Money(total.toPlainString(), currency);
  }

  /** The services have no words for goods of another nature; the code stands in (ours). */
  static String explanation(ItemCategory category, CdsElement data) {
    return category == ItemCategory.OTHER ? "nature " + data.text("NatureTypeCd", 3) : null;
  }

  /** The category by the nature code; a code that is none is kept in the extension. */
  ItemCategory category(CdsElement data, Map<String, Object> extension, List<Problem> problems) {
    var code = data.text("NatureTypeCd", 3);
    if (code == null) {
      return null;
    }
    var category = Natures.category(code);
    if (category != null) {
      return category;
    }
    extension.put(CdsExtension.NATURE, code);
    if (!code.equals("991")) {
      var at = data.at("NatureTypeCd").location();
      problems.add(
          new Problem(ProblemCode.CODE_VALUE, Severity.WARNING, at, code, "a code of list 136"));
    }
    return ItemCategory.OTHER;
  }

  /** The extension with the fields that the service does not know. */
  static Map<String, Object> extensions(
      Map<String, Object> extension, Map<String, String> extraFields) {
    if (!extraFields.isEmpty()) {
      extension.put(CdsExtension.EXTRA_FIELDS, extraFields);
    }
    return extension.isEmpty() ? Map.of() : Map.of(CdsExtension.KEY, extension);
  }
}
