package org.chasqui.codec.duca;

import static org.chasqui.codec.duca.DucaWriter.plain;

import java.io.IOException;
import org.chasqui.codec.LossList;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;

/** Writes the fields of one line. */
final class DucaLine {
  private final DucaSettings settings;
  private final LossList losses;

  DucaLine(DucaSettings settings, LossList losses) {
    this.settings = settings;
    this.losses = losses;
  }

  /**
   * Writes a line.
   *
   * @param index of the line in the message, from 0
   */
  void write(DucaOutput out, ItemDeclaration item, int index, DucaValues values)
      throws IOException {
    var piece = item.contents().get(index);
    var base = "/contents/" + index;
    out.text("cantidadBultos", packages(piece, index)); // 35
    out.text("claseBultos", settings.packageType()); // 36
    out.text("pesoNeto", plain(values.nets().get(index))); // 37
    out.text("pesoBruto", plain(values.grosses().get(index))); // 38
    out.text("numeroLinea", number(piece, index)); // 40
    out.text("paisOrigen", piece.originCountryCode()); // 41
    out.text(
        "unidadMedida", piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode()); // 42
    out.text("cantidad", quantity(piece, base)); // 43
    out.text("clasificacionArancelaria", classification(piece, base)); // 45
    out.text("descripcion", description(piece, base)); // 46
    out.text("valorTransaccion", plain(values.values().get(index))); // 48
    out.text(
        "gastosTransporte",
        values.freights().isEmpty() ? null : plain(values.freights().get(index))); // 49
    out.text("valorAduana", plain(values.customsValue(index))); // 52
  }

  /** The number of the line in the message, by which answers name it. */
  static String number(ContentPiece piece, int index) {
    return Integer.toString(piece.sequence() == null ? index + 1 : piece.sequence());
  }

  /** The item is one package, which its first line counts. */
  private static String packages(ContentPiece piece, int index) {
    if (piece.packageCount() != null) {
      return piece.packageCount().toString();
    }
    return index == 0 ? "1" : "0";
  }

  private String quantity(ContentPiece piece, String base) {
    if (piece.quantity() == null) {
      losses.needs(base, "/quantity", "a quantity");
      return null;
    }
    return piece.quantity().toString();
  }

  /** The national line, else the HS code filled with zeros to the digits of the profile. */
  private String classification(ContentPiece piece, String base) {
    if (piece.tariffCode() != null) {
      return losses.clean(piece.tariffCode(), base, "/tariffCode");
    }
    if (piece.hsCode() == null) {
      losses.assumed(base, "/hsCode", "a tariff classification; sent without");
      return null;
    }
    int missing = settings.tariffDigits() - piece.hsCode().length();
    if (missing <= 0) {
      return losses.clean(piece.hsCode(), base, "/hsCode");
    }
    losses.rearranged(
        base, "/hsCode", "filled with zeros to " + settings.tariffDigits() + " digits");
    return losses.clean(piece.hsCode(), base, "/hsCode") + "0".repeat(missing);
  }

  private String description(ContentPiece piece, String base) {
    var text = losses.clean(piece.description(), base, "/description");
    if (text.isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    return text;
  }
}
