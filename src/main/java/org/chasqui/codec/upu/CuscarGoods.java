package org.chasqui.codec.upu;

import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;

/** Writes a content piece of an item as a goods item (GID) of CUSCAR. */
final class CuscarGoods {
  private static final int TEXT = 70;
  private static final int TEXTS = 5;

  /** Package of UN recommendation 21. */
  private static final String PACKAGE = "PK";

  private final EdifactWriter writer;
  private final Losses losses;
  private final ItemWriter segments;
  private final int index;

  CuscarGoods(EdifactWriter writer, Losses losses, ItemWriter segments, int index) {
    this.writer = writer;
    this.losses = losses;
    this.segments = segments;
    this.index = index;
  }

  /** The texts about the item as a whole stand with its first goods item. */
  void write(ItemDeclaration item, boolean first) {
    var piece = item.contents().get(index);
    var at = "/contents/" + index;
    int sequence = piece.sequence() == null ? index + 1 : piece.sequence();
    var gid = writer.segment("GID").element(String.valueOf(sequence));
    if (piece.packageCount() != null) {
      gid.element(String.valueOf(piece.packageCount()), PACKAGE);
    }
    gid.end();
    text("AAA", at + "/description", piece.description());
    if (first) {
      text("ACB", "/itemCategoryExplanation", item.itemCategoryExplanation());
      text("AAI", "/comments", item.comments());
    }
    segments.mass("AAL", at + "/netMass", piece.netMass());
    segments.money("203", at + "/value", piece.value());
    var code = ContentWriter.code(losses, at, piece);
    if (code != null) {
      writer.segment("CST").element(String.valueOf(sequence)).element(code, "HS").end();
    }
    quantity(piece);
  }

  private void text(String qualifier, String pointer, String text) {
    if (text != null && !text.isEmpty()) {
      segments.texts(qualifier, losses.parts(pointer, text, TEXT, TEXTS));
    }
  }

  private void quantity(ContentPiece piece) {
    if (piece.quantity() != null) {
      var quantity = String.valueOf(piece.quantity());
      writer.segment("QTY").element("1", quantity, piece.quantityUnitCode()).end();
    }
  }
}
