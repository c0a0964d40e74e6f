package org.chasqui.codec.upu;

import java.util.stream.Collectors;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ProblemCode;

/** Reads a line group (CST, FTX, QTY, MEA, MOA, LOC) as a content piece. */
final class ContentReader {
  private static final String DESCRIBES = "AAA";
  private static final int DESCRIPTION = 512;
  private static final int HS = 6;
  private static final int TARIFF = 14;

  private final ItemReader values;

  ContentReader(ItemReader values) {
    this.values = values;
  }

  ContentPiece content(Group line) {
    var cst = line.first("CST");
    var qty = line.first("QTY");
    var code = tariff(cst);
    var loc = line.first("LOC");
    var ftx = line.first("FTX");
    return ContentPiece.builder()
        .sequence(values.whole(line.trigger(), 1, 1))
        .description(values.cut(ftx, 4, description(line), DESCRIPTION))
        .quantity(values.whole(qty, 1, 2))
        .quantityUnitCode(qty == null ? null : qty.text(1, 3))
        .netMass(values.mass(line, "AAL"))
        .value(values.money(line, "203"))
        .hsCode(code == null ? null : code.substring(0, HS))
        .tariffCode(code == null || code.length() == HS ? null : code)
        .originCountryCode(loc == null ? null : loc.text(2))
        .build();
  }

  private static String description(Group line) {
    var all = line.all("FTX").stream().filter(ftx -> ftx.segment().is(1, 1, DESCRIBES)).toList();
    if (all.size() == 1) {
      return ItemReader.joined(all.getFirst(), 4);
    }
    var text =
        all.stream()
            .map(ftx -> ItemReader.joined(ftx, 4))
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? null : text;
  }

  /** The digits of the goods code: 6 of the Harmonized System, or up to 14 of a national tariff. */
  private String tariff(MessageSegment cst) {
    var code = cst == null ? null : cst.text(2);
    if (code == null) {
      return null;
    }
    var digits = Forms.without(code, ".");
    if (!Forms.digits(digits, HS, TARIFF)) {
      values.pass(ProblemCode.HS_CODE, cst, 2, 1, "length " + code.length(), "6 to 14 digits");
      return null;
    }
    return digits;
  }
}
