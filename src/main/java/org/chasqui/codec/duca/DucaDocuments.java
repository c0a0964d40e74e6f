package org.chasqui.codec.duca;

import java.io.IOException;
import java.util.List;
import org.chasqui.codec.LossList;
import org.chasqui.message.Document;
import org.chasqui.message.ItemDeclaration;

/** Writes the supporting documents, field 54: those of the item, and those of lines with these. */
final class DucaDocuments {
  private final LossList losses;

  DucaDocuments(LossList losses) {
    this.losses = losses;
  }

  void write(DucaOutput out, ItemDeclaration item) throws IOException {
    boolean none =
        item.documents().isEmpty()
            && item.contents().stream().allMatch(piece -> piece.documents().isEmpty());
    if (none) {
      return;
    }
    out.openList("documentos");
    write(out, item.documents(), "/documents/", null);
    for (int i = 0; i < item.contents().size(); i++) {
      var base = "/contents/" + i + "/documents/";
      var piece = item.contents().get(i);
      write(out, piece.documents(), base, DucaLine.number(piece, i));
    }
    out.closeList();
  }

  private void write(DucaOutput out, List<Document> documents, String base, String line)
      throws IOException {
    for (int i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      out.element("documento");
      out.text("tipo", document.typeCode()); // 54.1
      out.text("numero", clean(document.number(), base + i, "/number")); // 54.2
      out.text("fechaEmision", document.issuedOn()); // 54.3
      out.text("lineas", line); // 54.6
      out.text("autoridad", clean(document.issuer(), base + i, "/issuer")); // 54.7
      out.close();
    }
  }

  private String clean(String text, String base, String rest) {
    return text == null ? null : losses.clean(text, base, rest);
  }
}
