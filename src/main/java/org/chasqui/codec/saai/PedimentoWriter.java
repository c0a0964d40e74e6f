package org.chasqui.codec.saai;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Writes one item as a pedimento: records 500, 501, 505, one 551 for each line, and 800. */
final class PedimentoWriter {
  static final String UNIT_MAP = "umc";

  private static final int NUMBERS = 1_000_000;

  private final EncodeContext context;
  private final ProfileView view;
  private final LossList losses;

  PedimentoWriter(EncodeContext context, LossList losses) {
    this.context = context;
    this.view = context.view();
    this.losses = losses;
  }

  List<M3Record> write(ItemDeclaration item) {
    refuse(item);
    var records = new ArrayList<M3Record>();
    if (!losses.carries()) {
      return records;
    }
    var number = number(item.itemId());
    records.add(start(number));
    records.add(head(item, number));
    records.add(invoice(item, number));
    for (int i = 0; i < item.contents().size(); i++) {
      records.add(line(item, i, number));
    }
    // the e.firma of record 800 is given by who signs the file
    records.add(new M3Record(800, 5).set(2, number));
    return records;
  }

  private void refuse(ItemDeclaration item) {
    if (item.function() != MessageFunction.ORIGINAL) {
      var found = String.valueOf(item.function());
      losses.refuse("/function", "", found, "ORIGINAL: the records of a correction are not known");
    }
    if (item.itemId() == null || item.itemId().length() > 40) {
      losses.needs("/itemId", "", "at most 40 characters");
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    if (item.recipient() == null) {
      losses.needs("/recipient", "", "a name");
    }
  }

  /**
   * Last digit of the year and six digits derived from the item id: the numbering is the agent's.
   */
  private String number(String itemId) {
    var id = DecodeContext.stableId("m3/" + itemId).replace("-", "");
    long digits = Long.parseUnsignedLong(id.substring(17), 16) % NUMBERS;
    int year = context.at().atZone(view.zone()).getYear() % 10;
    return year + "%06d".formatted(digits);
  }

  private M3Record start(String number) {
    return new M3Record(500, 6)
        .set(2, "1")
        .set(3, view.setting("patente"))
        .set(4, number)
        .set(5, view.setting("aduana"));
  }

  private M3Record head(ItemDeclaration item, String number) {
    var name = PartyName.of(item.recipient(), "/recipient", losses);
    if (name.isBlank()) {
      losses.needs("/recipient", "/name", "a name");
    }
    var head =
        new M3Record(501, 35)
            .set(2, view.setting("patente"))
            .set(3, number)
            .set(4, view.setting("aduana"))
            .set(5, "1")
            .set(6, view.setting("clavePedimento", "T1"))
            .set(11, view.setting("tipoCambio"))
            .set(17, mass(item))
            .set(22, text(name, 120, "/recipient", "/name"));
    identifiers(item, head);
    return head;
  }

  private void identifiers(ItemDeclaration item, M3Record head) {
    boolean curp = false;
    boolean rfc = false;
    for (int i = 0; i < item.recipient().identifiers().size(); i++) {
      var identifier = item.recipient().identifiers().get(i);
      var value = identifier.value() == null ? "" : identifier.value();
      if (!curp && "CURP".equals(identifier.schemeCode()) && value.matches("[A-ZÑ0-9]{18}")) {
        curp = true;
        head.set(8, value);
      } else if (!rfc
          && "RFC".equals(identifier.schemeCode())
          && value.matches("[A-ZÑ&0-9]{12,13}")) {
        rfc = true;
        head.set(9, value);
      } else {
        losses.noTarget("/recipient/identifiers/" + i, "", "one CURP and one RFC");
        continue;
      }
      if (identifier.issuingCountryCode() != null) {
        losses.noTarget("/recipient/identifiers/" + i, "/issuingCountryCode", "the number alone");
      }
    }
  }

  private String mass(ItemDeclaration item) {
    return losses
        .kilograms(item.grossMass(), 11, 3, RoundingMode.HALF_UP, "/grossMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private M3Record invoice(ItemDeclaration item, String number) {
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < item.contents().size(); i++) {
      sum = sum.add(dollars(item.contents().get(i).value(), "/contents/" + i));
    }
    var total = item.declaredValue();
    if (total != null
        && (!"USD".equals(total.currencyCode()) || !sum.toPlainString().equals(total.amount()))) {
      losses.noTarget("/declaredValue", "", "the sum of the lines in USD");
    }
    return new M3Record(505, 17)
        .set(2, number)
        .set(4, item.itemId())
        .set(5, text(item.incoterm(), 3, "/incoterm", ""))
        .set(6, "USD")
        .set(7, sum.toPlainString());
  }

  private BigDecimal dollars(Money value, String base) {
    if (value == null || !"USD".equals(value.currencyCode())) {
      losses.needs(base, "/value", "a value in USD");
      return BigDecimal.ZERO;
    }
    return losses
        .decimal(value.amount(), 12, 2, RoundingMode.HALF_UP, base, "/value/amount")
        .orElse(BigDecimal.ZERO);
  }

  private M3Record line(ItemDeclaration item, int index, String number) {
    var piece = item.contents().get(index);
    var base = "/contents/" + index;
    if (piece.sequence() != null && piece.sequence() != index + 1) {
      losses.noTarget(base, "/sequence", "lines numbered from 1");
    }
    var record = new M3Record(551, 26).set(2, number).set(4, Integer.toString(index + 1));
    tariff(piece, base, record);
    record.set(6, text(piece.description(), 250, base, "/description"));
    if (piece.description() == null || piece.description().isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    amounts(piece, base, record);
    record.set(12, unit(piece, base));
    record.set(21, country(piece.originCountryCode(), base, "/originCountryCode"));
    return record.set(22, country(item.originCountryCode(), "", "/originCountryCode"));
  }

  private void amounts(ContentPiece piece, String base, M3Record record) {
    if (piece.quantity() == null || piece.quantity() < 1) {
      losses.needs(base, "/quantity", "a quantity from 1");
      return;
    }
    var value = dollars(piece.value(), base);
    var one = value.divide(BigDecimal.valueOf(piece.quantity()), 5, RoundingMode.HALF_UP);
    record.set(7, one.toPlainString()).set(10, value.toPlainString());
    record.set(11, piece.quantity().toString());
  }

  /** Fracción of 8 digits and NICO of 2; with the HS alone, zeros stand in. */
  private void tariff(ContentPiece piece, String base, M3Record record) {
    var code = piece.tariffCode();
    if (code != null && code.matches("[0-9]{8}([0-9]{2})?")) {
      record.set(3, code.substring(0, 8));
      record.set(5, code.length() == 10 ? code.substring(8) : null);
      if (piece.hsCode() != null && !code.startsWith(piece.hsCode())) {
        losses.noTarget(base, "/hsCode", "the national code, which does not begin with it");
      }
      return;
    }
    if (code != null) {
      losses.noTarget(base, "/tariffCode", "8 or 10 digits");
    }
    var padded = ((piece.hsCode() == null ? "" : piece.hsCode()) + "00000000").substring(0, 8);
    record.set(3, padded);
    losses.assumed(base, "/tariffCode", "8 digits; sent as " + padded);
  }

  private String unit(ContentPiece piece, String base) {
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    var code = view.code(UNIT_MAP, unit);
    if (code.isEmpty()) {
      losses.assumed(base, "/quantityUnitCode", "a unit of the map " + UNIT_MAP + "; left empty");
    }
    return code.orElse(null);
  }

  private String country(String code, String base, String rest) {
    try {
      return code == null ? null : Locale.of("", code).getISO3Country();
    } catch (MissingResourceException e) {
      losses.noTarget(base, rest, "a country of ISO 3166");
      return null;
    }
  }

  /** In one line, without the delimiter, in the characters of ISO 8859-1. */
  private String text(String value, int most, String base, String rest) {
    if (value == null) {
      return null;
    }
    var clean = new StringBuilder(value.length());
    value.codePoints().forEach(c -> clean.append(c < ' ' || c == '|' || c > 0xFF ? ' ' : (char) c));
    if (!clean.toString().equals(value)) {
      losses.add(
          ProblemCode.CHARACTER_REPLACED,
          Severity.WARNING,
          base,
          rest,
          null,
          "characters of ISO 8859-1 without the delimiter");
    }
    return losses.text(clean.toString(), most, base, rest);
  }
}
