package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Money;

/** Writes the content lines as {@code mercadorias[]}. */
final class MercadoriaWriter {
  private static final BigDecimal LEAST_MASS = new BigDecimal("0.01");

  private final ProfileView view;
  private final LossList losses;

  MercadoriaWriter(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  void write(JsonGenerator json, List<ContentPiece> contents) throws IOException {
    json.writeArrayFieldStart("mercadorias");
    for (int i = 0; i < contents.size(); i++) {
      mercadoria(json, contents.get(i), "/contents/" + i);
    }
    json.writeEndArray();
  }

  private void mercadoria(JsonGenerator json, ContentPiece piece, String base) throws IOException {
    json.writeStartObject();
    json.writeStringField("sequencia", sequence(piece, base));
    var description = piece.description();
    if (description == null) {
      losses.needs(base, "/description", "a description");
    } else {
      json.writeStringField("descricao", losses.text(description, 4000, base, "/description"));
    }
    classification(json, piece, base);
    quantity(json, piece, base);
    value(json, piece.value(), base);
    mass(json, piece, base);
    json.writeNumberField(
        "regimeTributacao", Integer.parseInt(view.setting(RemessaSettings.REGIME_TRIBUTACAO, "0")));
    json.writeEndObject();
  }

  private String sequence(ContentPiece piece, String base) {
    var number = piece.sequence();
    if (number == null || number < 1 || number > 99_999) {
      losses.needs(base, "/sequence", "1 to 99999");
      return "";
    }
    var digits = Integer.toString(number);
    return "00000".substring(digits.length()) + digits;
  }

  /** NCM of 8 digits or its first 6, which are the HS subheading. */
  private void classification(JsonGenerator json, ContentPiece piece, String base)
      throws IOException {
    var tariff = piece.tariffCode();
    boolean ncm = tariff != null && tariff.length() == 8;
    if (tariff != null && !ncm) {
      losses.noTarget(base, "/tariffCode", "a tariff line of 8 digits");
    }
    var hs = piece.hsCode();
    if (ncm) {
      json.writeStringField("codElementoNcm", tariff);
      if (hs != null && !tariff.startsWith(hs)) {
        losses.noTarget(base, "/hsCode", "the beginning of the tariff line");
      }
    } else if (hs != null && hs.length() == 6) {
      json.writeStringField("codElementoNcm", hs);
    } else if (hs != null) {
      losses.noTarget(base, "/hsCode", "6 digits");
    }
  }

  private void quantity(JsonGenerator json, ContentPiece piece, String base) throws IOException {
    var quantity = piece.quantity();
    if (quantity == null || quantity < 1 || quantity > 999_999) {
      losses.needs(base, "/quantity", "1 to 999999");
      return;
    }
    json.writeNumberField("quantidade", quantity);
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    var code = view.code(RemessaSettings.UNIT_MAP, unit).orElse(null);
    if (code == null) {
      code = view.setting(RemessaSettings.UNIDADE_DEFAULT);
      if (code == null) {
        losses.refuse(base, "/quantityUnitCode", unit, "a code of the map mercosur-unit");
        return;
      }
      losses.assumed(base, "/quantityUnitCode", "a code of the map mercosur-unit; sent as " + code);
    }
    json.writeNumberField("unidade", Integer.parseInt(code));
  }

  private void value(JsonGenerator json, Money value, String base) throws IOException {
    if (value == null) {
      losses.needs(base, "/value", "the value of the line");
      return;
    }
    var amount = losses.decimal(value.amount(), 9, 2, RoundingMode.HALF_UP, base, "/value/amount");
    RemessaWriter.number(json, "valor", amount.orElse(null));
    var currency =
        losses.code(
            view, RemessaSettings.CURRENCY_MAP, value.currencyCode(), base, "/value/currencyCode");
    json.writeStringField("moeda", currency.orElse(""));
  }

  /** Rounded down, so that the lines never weigh more than the item, which is rounded up. */
  private void mass(JsonGenerator json, ContentPiece piece, String base) throws IOException {
    var mass = piece.netMass();
    if (mass == null) {
      return;
    }
    if (!"KGM".equals(mass.unitCode())) {
      losses.noTarget(base, "/netMass", "a mass in kilograms (KGM)");
      return;
    }
    var kilograms = losses.decimal(mass.value(), 10, 2, RoundingMode.FLOOR, base, "/netMass/value");
    if (kilograms.isPresent() && kilograms.get().compareTo(LEAST_MASS) >= 0) {
      RemessaWriter.number(json, "peso", kilograms.get());
    }
  }
}
