package org.chasqui.codec.upu;

import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.ContentPiece;

/** Writes a content piece as a CST group. */
final class ContentWriter {
  private static final int TEXT = 512;
  private static final int TEXTS = 5;

  private final EdifactWriter writer;
  private final Losses losses;
  private final ItemWriter item;
  private final String pointer;

  ContentWriter(EdifactWriter writer, Losses losses, ItemWriter item, String pointer) {
    this.writer = writer;
    this.losses = losses;
    this.item = item;
    this.pointer = pointer;
  }

  void content(int index, ContentPiece piece) {
    int sequence = piece.sequence() == null ? index + 1 : piece.sequence();
    writer.segment("CST").element(String.valueOf(sequence));
    var code = code(losses, pointer, piece);
    if (code != null) {
      writer.element(code, "HS");
    }
    writer.end();
    var description = losses.parts(pointer + "/description", piece.description(), TEXT, TEXTS);
    item.texts("AAA", description);
    if (piece.quantity() != null) {
      var quantity = String.valueOf(piece.quantity());
      writer.segment("QTY").element("1", quantity, piece.quantityUnitCode()).end();
    }
    item.mass("AAL", pointer + "/netMass", piece.netMass());
    item.money("203", pointer + "/value", piece.value());
    item.place("27", piece.originCountryCode());
    unplaced(piece);
  }

  /** The national code when it begins with the HS code, so that both come through. */
  static String code(Losses losses, String pointer, ContentPiece piece) {
    var hs = piece.hsCode();
    var tariff = piece.tariffCode();
    boolean both = tariff != null && (hs == null || tariff.startsWith(hs));
    losses.noTarget(pointer + "/tariffCode", both ? null : tariff);
    return both ? tariff : hs;
  }

  private void unplaced(ContentPiece piece) {
    losses.noTarget(pointer + "/descriptionLanguageCode", piece.descriptionLanguageCode());
    losses.noTarget(pointer + "/hsEdition", piece.hsEdition());
    losses.noTarget(pointer + "/packageCount", piece.packageCount());
    losses.noTarget(pointer + "/gtin", piece.gtin());
    losses.noTarget(pointer + "/sku", piece.sku());
    losses.noTarget(pointer + "/productUri", piece.productUri());
    losses.noTarget(pointer + "/brand", piece.brand());
    losses.noTarget(pointer + "/dangerousGoodsUnNumber", piece.dangerousGoodsUnNumber());
    losses.noTarget(pointer + "/documents", piece.documents());
    losses.noTarget(pointer + "/revisedDescription", piece.revisedDescription());
    losses.noTarget(pointer + "/revisedHsCode", piece.revisedHsCode());
    losses.noTarget(pointer + "/extensions", piece.extensions());
    losses.noTarget(pointer + "/critical", piece.critical());
    losses.noTarget(pointer, piece.other());
  }
}
