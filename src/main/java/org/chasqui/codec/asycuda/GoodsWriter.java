package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;

/** Writes the contents of an item as {@code Goods_segment}. */
final class GoodsWriter {
  private static final int LONG_TEXT = 2000;
  private static final int HS_TEXT = 500;

  private final AwboldsSettings settings;
  private final LossList losses;

  GoodsWriter(AwboldsSettings settings, LossList losses) {
    this.settings = settings;
    this.losses = losses;
  }

  void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    xml.start("Goods_segment");
    xml.text("Number_of_packages", "1");
    xml.text("Package_type_code", settings.packageType());
    xml.text("Gross_mass", mass(item));
    xml.text("Shipping_marks", marks(item));
    xml.text("Goods_description", description(item));
    xml.text("Volume_in_cubic_meters", losses.cubicMetres(item.dimensions()));
    xml.text("Num_of_ctn_for_this_bol", "0");
    xml.text("Num_of_vehicles_for_this_bol", "0");
    if (settings.commoditySegment()) {
      commodities(xml, item);
    } else {
      xml.text("Goods_hs_code", firstHsCode(item));
    }
    if (settings.information()) {
      xml.text("Information", information(item));
    }
    xml.end();
  }

  private String mass(ItemDeclaration item) {
    return losses
        .kilograms(item.grossMass(), 12, 6, RoundingMode.HALF_UP, "/grossMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  /** The label on the item, and the bag that it travels in when it is known. */
  private static String marks(ItemDeclaration item) {
    var bag = item.transport() == null ? null : item.transport().receptacleId();
    return bag == null ? item.itemId() : item.itemId() + " " + bag;
  }

  /** All lines: quantity, text and, where only one code has a field, the codes of the lines. */
  private String description(ItemDeclaration item) {
    var text = new StringBuilder();
    boolean withCodes = !settings.commoditySegment() && item.contents().size() > 1;
    for (int i = 0; i < item.contents().size(); i++) {
      var piece = item.contents().get(i);
      if (piece.description() == null) {
        losses.needs("/contents/" + i, "/description", "a description");
      }
      text.append(text.isEmpty() ? "" : "; ");
      if (piece.quantity() != null) {
        text.append(piece.quantity()).append(' ');
      }
      text.append(piece.description());
      if (withCodes && piece.hsCode() != null) {
        text.append(" (HS ").append(piece.hsCode()).append(')');
      }
    }
    if (item.contents().size() > 1) {
      losses.rearranged("/contents", "", "joined in Goods_description");
    }
    return losses.text(text.toString(), LONG_TEXT, "/contents", "");
  }

  private static String firstHsCode(ItemDeclaration item) {
    for (var piece : item.contents()) {
      if (piece.hsCode() != null) {
        return piece.hsCode();
      }
    }
    return null;
  }

  /** Lines without a code stand in the description only: here the code is mandatory. */
  private void commodities(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    if (firstHsCode(item) == null) {
      return;
    }
    xml.start("Commodity_Segment");
    for (int i = 0; i < item.contents().size(); i++) {
      var piece = item.contents().get(i);
      if (piece.hsCode() != null && piece.description() != null) {
        xml.start("Commodity_Code");
        xml.text("HS_Code", piece.hsCode());
        xml.text(
            "HS_Description",
            losses.text(piece.description(), HS_TEXT, "/contents/" + i, "/description"));
        xml.end();
      }
    }
    xml.end();
  }

  /** What the format has no element for, in the order of the lines (ours). */
  private String information(ItemDeclaration item) {
    var text = new StringBuilder();
    part(text, "", item.itemCategory());
    part(text, "", item.itemCategoryExplanation());
    for (var piece : item.contents()) {
      line(text, piece);
    }
    for (var document : item.documents()) {
      part(text, document.typeCode() + " ", document.number() == null ? "" : document.number());
    }
    part(text, "", item.comments());
    if (text.isEmpty()) {
      return null;
    }
    losses.rearranged("", "", "joined in Information");
    return losses.text(text.toString(), LONG_TEXT, "/comments", "");
  }

  private static void line(StringBuilder text, ContentPiece piece) {
    part(text, "line ", piece.sequence());
    var value = piece.value();
    part(text, "value ", value == null ? null : value.amount() + " " + value.currencyCode());
    var mass = piece.netMass();
    part(text, "net ", mass == null ? null : mass.value() + " " + mass.unitCode());
    part(text, "unit ", piece.quantityUnitCode());
    part(text, "origin ", piece.originCountryCode());
    part(text, "tariff ", piece.tariffCode());
  }

  private static void part(StringBuilder text, String label, Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "; ").append(label).append(value);
    }
  }
}
