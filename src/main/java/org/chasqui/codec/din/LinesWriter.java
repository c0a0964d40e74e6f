package org.chasqui.codec.din;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;

/** Writes {@code ITEMS}: one {@code ITEM} for each content line. */
final class LinesWriter {
  /** The texts of a line run on from one field into the next, as in the sample. */
  private static final String[] TEXTS = {
    "DNOMBRE", "DMARCA", "DVARIEDAD", "DOTRO1", "DOTRO2", "ATR5", "ATR6"
  };

  private static final int FIRST_TEXT = 50;
  private static final int NEXT_TEXT = 30;
  private static final int ALL_TEXTS = FIRST_TEXT + (TEXTS.length - 1) * NEXT_TEXT;
  private static final int TARIFF_DIGITS = 8;

  private final XmlDocument xml;
  private final ProfileView view;
  private final LossList losses;

  LinesWriter(XmlDocument xml, ProfileView view, LossList losses) {
    this.xml = xml;
    this.view = view;
    this.losses = losses;
  }

  void write(ItemDeclaration item, DinAmounts amounts) {
    xml.open("e:ITEMS");
    for (int i = 0; i < item.contents().size(); i++) {
      line(item.contents().get(i), i, amounts);
    }
    xml.close("e:ITEMS");
  }

  private void line(ContentPiece piece, int index, DinAmounts amounts) {
    var base = "/contents/" + index;
    var quantity = quantity(piece, base);
    xml.open("is:ITEM");
    xml.element("it:NUMITEM", Padded.number(index + 1, 3));
    if (piece.sequence() != null && piece.sequence() != index + 1) {
      losses.noTarget(base, "/sequence", "lines numbered from 1");
    }
    description(piece, base);
    xml.element("it:SAJUITEM", null);
    xml.element("it:AJUITEM", DinWriter.NO_AMOUNT);
    xml.element("it:CANTMERC", Padded.decimal(quantity, 8, 4));
    xml.element("it:MEDIDA", unit(piece, base));
    xml.element("it:CODESTUM", null);
    xml.element("it:PREUNIT", price(amounts.lines().get(index), quantity));
    assessed(tariff(piece, base), amounts.cifLines().get(index));
    remarks(piece, base);
    xml.element("it:CUENTASITEM", null);
    xml.element("it:INSUMOS", null);
    xml.element("it:ANEXAS", null);
    xml.close("is:ITEM");
  }

  private void assessed(String tariff, BigDecimal cif) {
    xml.element("it:ARANCALA", tariff);
    xml.element("it:NUMCOR", "0");
    xml.element("it:NUMACU", "000");
    xml.element("it:CONCUPO", "0");
    xml.element("it:ARANCNAC", tariff);
    xml.element("it:CIFITEM", Padded.decimal(cif, 10, 2));
    xml.element("it:ADVALALA", "0000.00");
    xml.element("it:ADVAL", "000");
    xml.element("it:VALAD", DinWriter.NO_AMOUNT);
  }

  private BigDecimal quantity(ContentPiece piece, String base) {
    if (piece.quantity() == null || piece.quantity() < 1) {
      losses.needs(base, "/quantity", "a quantity from 1");
      return BigDecimal.ONE;
    }
    if (piece.quantity() > 99_999_999) {
      losses.needs(base, "/quantity", "at most 99999999");
    }
    return BigDecimal.valueOf(piece.quantity());
  }

  private static String price(BigDecimal value, BigDecimal quantity) {
    return Padded.decimal(value.divide(quantity, 6, RoundingMode.HALF_UP), 8, 6);
  }

  private void description(ContentPiece piece, String base) {
    var text = losses.text(piece.description(), ALL_TEXTS, base, "/description");
    if (text.isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    if (text.length() > FIRST_TEXT) {
      losses.rearranged(base, "/description", "split into DNOMBRE and the fields after it");
    }
    int from = 0;
    for (int i = 0; i < TEXTS.length; i++) {
      var part = LossList.head(text.substring(from), i == 0 ? FIRST_TEXT : NEXT_TEXT);
      xml.element("it:" + TEXTS[i], part);
      from += part.length();
    }
    if (from < text.length()) {
      losses.noTarget(base, "/description", "the end of the description");
    }
  }

  private String unit(ContentPiece piece, String base) {
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    return losses.code(view, DinSettings.UNIT_MAP, unit, base, "/quantityUnitCode").orElse(null);
  }

  /** Eight digits: the national code, else the six of the HS with zeros, which is a stand-in. */
  private String tariff(ContentPiece piece, String base) {
    var national = piece.tariffCode();
    if (national != null && national.length() >= TARIFF_DIGITS) {
      if (national.length() > TARIFF_DIGITS) {
        losses.text(national, TARIFF_DIGITS, base, "/tariffCode");
      }
      if (piece.hsCode() != null && !national.startsWith(piece.hsCode())) {
        losses.noTarget(base, "/hsCode", "the national code, which does not begin with it");
      }
      return national.substring(0, TARIFF_DIGITS);
    }
    if (national != null) {
      losses.noTarget(base, "/tariffCode", "8 digits");
    }
    var digits = piece.hsCode() == null ? "" : piece.hsCode();
    var padded = (digits + "00000000").substring(0, TARIFF_DIGITS);
    losses.assumed(base, "/tariffCode", "8 digits; sent as " + padded);
    return padded;
  }

  /** Net mass and origin of the line, which the form has no field for, under code 99. */
  private void remarks(ContentPiece piece, String base) {
    var text = new StringBuilder();
    if (piece.netMass() != null) {
      text.append("NETO ").append(piece.netMass().value()).append(' ');
      text.append(piece.netMass().unitCode());
    }
    if (piece.originCountryCode() != null) {
      text.append(text.isEmpty() ? "" : "; ").append("ORIGEN ").append(piece.originCountryCode());
    }
    xml.open("it:OBSERVACIONESITEM");
    if (!text.isEmpty()) {
      losses.rearranged(base, "", "net mass and origin in DESOBS");
      xml.open("os:OBSERVACIONITEM");
      xml.element("ob:CODOBS", "99");
      xml.element("ob:DESOBS", text.toString());
      xml.close("os:OBSERVACIONITEM");
    }
    xml.close("it:OBSERVACIONESITEM");
  }
}
