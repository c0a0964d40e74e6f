package org.chasqui.codec.siga;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;

/** Writes one content line as {@code ImpDeclarationProduct}. */
final class ProductWriter {
  private static final int TARIFF_DIGITS = 8;
  private static final Pattern TARIFF_LINE = Pattern.compile("\\d{" + TARIFF_DIGITS + "}");
  private static final Pattern HS_CODE = Pattern.compile("\\d{6," + TARIFF_DIGITS + "}");
  private static final String NONE = "N/A";

  private final SigaSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final SigaValues values;

  ProductWriter(SigaSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
    this.values = new SigaValues(settings, view, losses);
  }

  /**
   * Writes a line.
   *
   * @param index of the line in the message, from 0
   */
  void write(XmlElements xml, ItemDeclaration item, int index) throws XMLStreamException {
    var piece = item.contents().get(index);
    var base = "/contents/" + index;
    xml.start("ImpDeclarationProduct");
    xml.text("HSCode", tariff(piece, base));
    xml.text("ProductCode", String.valueOf(piece.sequence()));
    xml.text("ProductName", description(piece, base));
    xml.text(
        "BrandName", piece.brand() == null ? NONE : losses.clean(piece.brand(), base, "/brand"));
    xml.text("ModelName", NONE);
    xml.text("ProductStatusCode", settings.text(SigaSettings.PRODUCT_STATUS, "IC04-001"));
    quantity(xml, piece, base);
    xml.text("TempProductYN", "false");
    xml.text("CertificateOrignYN", "false");
    xml.text("OriginCountry", origin(item, piece, base));
    xml.text("OrganicYN", "false");
    xml.end();
  }

  /** Eight digits: the national line when it has them, else the HS code and zeros (ours). */
  private String tariff(ContentPiece piece, String base) {
    var line = piece.tariffCode();
    if (line != null && TARIFF_LINE.matcher(line).matches()) {
      return line;
    }
    if (line != null) {
      losses.noTarget(base, "/tariffCode", "a tariff line of 8 digits");
    }
    if (piece.hsCode() == null || !HS_CODE.matcher(piece.hsCode()).matches()) {
      losses.needs(base, "/hsCode", "an HS code");
      return null;
    }
    losses.rearranged(base, "/hsCode", "filled with zeros to 8 digits");
    return (piece.hsCode() + "00").substring(0, TARIFF_DIGITS);
  }

  private String description(ContentPiece piece, String base) {
    var text = losses.clean(piece.description(), base, "/description");
    if (text.isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    return text;
  }

  /** The value is that of one unit, as integrators send it. */
  private void quantity(XmlElements xml, ContentPiece piece, String base)
      throws XMLStreamException {
    var value = values.required(piece.value(), base + "/value").orElse(BigDecimal.ZERO);
    int quantity = piece.quantity() == null ? 0 : piece.quantity();
    if (quantity < 1) {
      losses.needs(base, "/quantity", "a quantity");
      return;
    }
    var count = BigDecimal.valueOf(quantity);
    var unit = value.divide(count, 4, RoundingMode.HALF_UP);
    if (unit.multiply(count).compareTo(value) != 0) {
      losses.rearranged(base, "/value", "the value of one unit, rounded to 4 decimals");
    }
    xml.text("FOBValue", unit.toPlainString());
    xml.text("UnitCode", unitCode(piece, base));
    xml.text("Qty", count.toPlainString());
    xml.text("QtyPresentation", count.toPlainString());
    if (piece.netMass() != null) {
      xml.text("Weight", values.kilograms(piece.netMass(), base + "/netMass"));
    }
  }

  private String unitCode(ContentPiece piece, String base) {
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    var code = view.code(SigaSettings.UNIT_MAP, unit);
    if (code.isPresent()) {
      return code.get();
    }
    if (piece.quantityUnitCode() != null) {
      losses.noTarget(base, "/quantityUnitCode", "a code of the map " + SigaSettings.UNIT_MAP);
    }
    return values.setting(SigaSettings.UNIT_CODE);
  }

  private String origin(ItemDeclaration item, ContentPiece piece, String base) {
    if (piece.originCountryCode() != null) {
      return values.country(piece.originCountryCode(), base, "/originCountryCode");
    }
    losses.assumed(base, "/originCountryCode", "an origin; sent as the country of posting");
    return values.country(item.originCountryCode(), "/originCountryCode", "");
  }
}
