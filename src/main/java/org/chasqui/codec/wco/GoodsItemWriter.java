package org.chasqui.codec.wco;

import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Dimensions;

/** Writes one content line as {@code GovernmentAgencyGoodsItem} 68A. */
final class GoodsItemWriter {
  private static final String PATH =
      "/MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[";
  private static final String POINTER = "42A/67A/68A[";

  private final WcoXml xml;
  private final WcoSettings settings;
  private final ProfileView view;
  private final LossList losses;

  GoodsItemWriter(WcoXml xml, WcoSettings settings, ProfileView view, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  /**
   * Writes a line.
   *
   * @param index of the line in the message, from 0
   * @param dimensions of the item, given with its first line; else null
   */
  void write(ContentPiece piece, int index, Dimensions dimensions) throws XMLStreamException {
    var path = PATH + (index + 1) + "]";
    var pointer = POINTER + (index + 1) + "]";
    xml.start("GovernmentAgencyGoodsItem");
    xml.amount("CustomsValueAmount", piece.value(), path + "/CustomsValueAmount", pointer + "/108");
    if (piece.sequence() == null || piece.sequence() < 1 || piece.sequence() > 99_999) {
      losses.needs(path + "/SequenceNumeric", pointer + "/006", "1 to 99999");
    }
    xml.text("SequenceNumeric", String.valueOf(piece.sequence()));
    for (int i = 0; i < piece.documents().size(); i++) {
      var base = "/contents/" + index + "/documents/" + i;
      DeclarationWriter.document(xml, view, losses, piece.documents().get(i), base);
    }
    commodity(piece, path + "/Commodity", pointer + "/23A");
    if (piece.originCountryCode() != null) {
      xml.start("Origin");
      xml.text("CountryCode", piece.originCountryCode());
      xml.end();
    }
    packaging(piece, dimensions);
    xml.end();
  }

  private void commodity(ContentPiece piece, String path, String pointer)
      throws XMLStreamException {
    xml.start("Commodity");
    var description = xml.fit(piece.description(), 512, path + "/Description", pointer + "/137");
    if (description == null || description.isBlank()) {
      losses.needs(path + "/Description", pointer + "/137", "a description");
    }
    xml.text("Description", description, "languageID", piece.descriptionLanguageCode());
    classification(piece.hsCode(), "HS");
    classification(piece.tariffCode(), settings.tariffTypeCode());
    classification(piece.gtin(), "SRV");
    dangerousGoods(piece);
    measures(piece, path + "/GoodsMeasure", pointer + "/65A");
    if (piece.value() != null) {
      xml.start("InvoiceLine");
      xml.amount(
          "ItemChargeAmount",
          piece.value(),
          path + "/InvoiceLine/ItemChargeAmount",
          pointer + "/79A/112");
      xml.end();
    }
    xml.end();
  }

  private void dangerousGoods(ContentPiece piece) throws XMLStreamException {
    if (piece.dangerousGoodsUnNumber() != null) {
      xml.start("DangerousGoods");
      xml.text("UNDGID", piece.dangerousGoodsUnNumber());
      xml.end();
    }
  }

  /** Kinds of codes by UNTDID 7143: HS Harmonized System, GN national group, SRV GTIN. */
  private void classification(String code, String type) throws XMLStreamException {
    if (code != null) {
      xml.start("Classification");
      xml.text("ID", code);
      xml.text("IdentificationTypeCode", type);
      xml.end();
    }
  }

  private void measures(ContentPiece piece, String path, String pointer) throws XMLStreamException {
    if (piece.netMass() == null && piece.quantity() == null) {
      return;
    }
    xml.start("GoodsMeasure");
    xml.mass(
        "NetNetWeightMeasure", piece.netMass(), path + "/NetNetWeightMeasure", pointer + "/128");
    if (piece.quantity() != null) {
      var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
      xml.text("TariffQuantity", piece.quantity().toString(), "unitCode", unit);
    }
    xml.end();
  }

  /** The item's own size stands with its first line: the model has packaging at lines only. */
  private void packaging(ContentPiece piece, Dimensions size) throws XMLStreamException {
    if (piece.packageCount() == null && size == null) {
      return;
    }
    xml.start("Packaging");
    xml.text("SequenceNumeric", "1");
    xml.text(
        "QuantityQuantity", piece.packageCount() == null ? null : piece.packageCount().toString());
    if (size != null) {
      losses.rearranged("/dimensions", "", "packaging of the first line");
      measure("LengthMeasure", size.lengthCm());
      measure("WidthMeasure", size.widthCm());
      measure("HeightMeasure", size.heightCm());
    }
    xml.end();
  }

  private void measure(String name, Integer centimetres) throws XMLStreamException {
    xml.text(name, centimetres == null ? null : centimetres.toString(), "unitCode", "CMT");
  }
}
