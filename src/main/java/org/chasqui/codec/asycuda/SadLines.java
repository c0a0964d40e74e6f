package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;

/** Writes the content lines as goods items. */
final class SadLines {
  private static final int COMMODITY = 8;
  private static final Pattern DIGITS = Pattern.compile("\\d{6,14}");
  private static final int GRAMS = 3;

  private final SadDialect dialect;
  private final SadSettings settings;
  private final ProfileView view;
  private final LossList losses;

  SadLines(SadDialect dialect, SadSettings settings, ProfileView view, LossList losses) {
    this.dialect = dialect;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  byte[] of(ItemDeclaration item) {
    var out = new ByteArrayOutputStream(4096 * item.contents().size());
    var gross = new LineMasses(item, losses);
    for (int i = 0; i < item.contents().size(); i++) {
      line(out, item, i, gross.of(i));
    }
    return out.toByteArray();
  }

  private void line(ByteArrayOutputStream out, ItemDeclaration item, int index, BigDecimal gross) {
    var piece = item.contents().get(index);
    var base = "/contents/" + index;
    if (piece.description() == null) {
      losses.needs(base, "/description", "a description");
    }
    var filling =
        dialect
            .line()
            .filling()
            // the item is one package, which is told with its first line
            .put("packages", index == 0 ? 1 : 0)
            .put("documents", index == 0 ? documents(item) : null)
            .put("itemId", item.itemId())
            .put("incoterm", item.incoterm())
            .put("packageType", settings.packageType())
            .put("extendedProcedure", settings.extendedProcedure())
            .put("nationalProcedure", settings.nationalProcedure())
            .put("grossMass", gross == null ? null : gross.toPlainString());
    goods(filling, piece, base);
    tariff(filling, piece, base);
    filling.write(out);
  }

  private void goods(XmlTemplate.Filling filling, ContentPiece piece, String base) {
    var value = piece.value();
    filling
        .put("unit", unit(piece, base))
        .put("quantity", piece.quantity())
        .put("lineOrigin", piece.originCountryCode())
        .put("description", losses.clean(piece.description(), base, "/description"))
        .put("netMass", net(piece.netMass(), base))
        .put("value", value == null ? null : amount(value.amount(), base))
        .put("valueCurrency", value == null ? null : value.currencyCode());
  }

  private String amount(String amount, String base) {
    return losses
        .decimal(amount, 15, 2, RoundingMode.HALF_UP, base, "/value/amount")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private String net(Mass mass, String base) {
    if (mass == null) {
      return null;
    }
    if (!"KGM".equals(mass.unitCode())) {
      losses.noTarget(base, "/netMass", "a mass in kilograms (KGM)");
      return null;
    }
    return losses
        .decimal(mass.value(), 12, GRAMS, RoundingMode.HALF_UP, base, "/netMass/value")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private String unit(ContentPiece piece, String base) {
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    var target = view.code(SadSettings.UNIT_MAP, unit);
    if (target.isEmpty() && piece.quantityUnitCode() != null) {
      losses.noTarget(base, "/quantityUnitCode", "a code of the map " + SadSettings.UNIT_MAP);
    }
    return target.orElse(null);
  }

  /** The tariff line in the parts of the administration. */
  private void tariff(XmlTemplate.Filling filling, ContentPiece piece, String base) {
    var whole = tariffCode(piece, base);
    if (whole == null) {
      return;
    }
    filling.put("commodity", whole.substring(0, COMMODITY));
    int from = COMMODITY;
    for (int i = 0; i < settings.precisions().length; i++) {
      int to = from + settings.precisions()[i];
      filling.put("precision" + (i + 1), whole.substring(from, to));
      from = to;
    }
  }

  /** Tariff line or HS code in all digits of the tariff; what it lacks is filled with 0. */
  private String tariffCode(ContentPiece piece, String base) {
    var tariff = piece.tariffCode();
    var code = tariff == null ? piece.hsCode() : tariff;
    if (code == null || !DIGITS.matcher(code).matches()) {
      losses.needs(base, "/tariffCode", "a tariff line, or an HS code of 6 digits");
      return null;
    }
    if (tariff != null && piece.hsCode() != null && !tariff.startsWith(piece.hsCode())) {
      losses.noTarget(base, "/hsCode", "the beginning of the tariff line");
    }
    int length = COMMODITY + Arrays.stream(settings.precisions()).sum();
    var pointer = tariff == null ? "/hsCode" : "/tariffCode";
    var whole = losses.text(code, length, base, pointer);
    if (whole.length() < length) {
      whole += "0".repeat(length - whole.length());
      losses.assumed(base, pointer, length + " digits of the national tariff; sent as " + whole);
    }
    return whole;
  }

  private byte[] documents(ItemDeclaration item) {
    if (!settings.documents() || item.documents().isEmpty()) {
      return null;
    }
    var out = new ByteArrayOutputStream(512);
    for (int i = 0; i < item.documents().size(); i++) {
      var document = item.documents().get(i);
      var base = "/documents/" + i;
      var code =
          losses.code(view, SadSettings.DOCUMENT_MAP, document.typeCode(), base, "/typeCode");
      dialect
          .document()
          .filling()
          .put("code", code.orElse(null))
          .put("reference", losses.clean(document.number(), base, "/number"))
          .write(out);
    }
    return out.toByteArray();
  }
}
