package org.chasqui.rule;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;

/** The rules about what is in an item: descriptions, values, masses, HS codes, sequences. */
final class ContentRules {
  private static final BigDecimal TOLERANCE_PER_LINE = new BigDecimal("0.01");
  private static final Set<ItemCategory> COMMERCIAL =
      EnumSet.of(ItemCategory.SALE_OF_GOODS, ItemCategory.COMMERCIAL_SAMPLE);

  private final VagueDescriptions vague;

  ContentRules(VagueDescriptions vague) {
    this.vague = vague;
  }

  void check(ItemDeclaration declaration, Findings findings) {
    var contents = declaration.contents();
    var sequences = new HashSet<Integer>();
    for (var i = 0; i < contents.size(); i++) {
      var piece = contents.get(i);
      var pointer = "/contents/" + i;
      checkSequence(piece, pointer, sequences, findings);
      checkDescription(piece, pointer, declaration.itemCategory(), findings);
      checkHsCode(piece, pointer, declaration.itemCategory(), findings);
      checkAmount(piece.value(), pointer + "/value", declaration.itemCategory(), findings);
    }
    checkAmount(
        declaration.declaredValue(), "/declaredValue", declaration.itemCategory(), findings);
    checkValueSum(contents, declaration.declaredValue(), findings);
    checkMassSum(contents, declaration.grossMass(), findings);
  }

  private static void checkSequence(
      ContentPiece piece, String pointer, Set<Integer> sequences, Findings findings) {
    if (piece.sequence() != null && !sequences.add(piece.sequence())) {
      findings.add(
          ProblemCode.SEQUENCE_NOT_UNIQUE,
          pointer + "/sequence",
          piece.sequence().toString(),
          "a number of its own");
    }
  }

  /** Of a category that is documents, the word says all that is asked. */
  private void checkDescription(
      ContentPiece piece, String pointer, ItemCategory category, Findings findings) {
    if (piece.description() != null && category != ItemCategory.DOCUMENTS) {
      vague
          .vaguePart(piece.description())
          .ifPresent(
              word ->
                  findings.add(
                      ProblemCode.VAGUE_DESCRIPTION,
                      pointer + "/description",
                      word,
                      "what the goods are and are made of"));
    }
  }

  private static void checkHsCode(
      ContentPiece piece, String pointer, ItemCategory category, Findings findings) {
    var code = piece.hsCode();
    var missing =
        code == null && COMMERCIAL.contains(category == null ? ItemCategory.OTHER : category);
    if (missing || (code != null && !isHsCode(code))) {
      findings.add(ProblemCode.HS_CODE, pointer + "/hsCode", code, "6 digits of HS");
    }
  }

  /** Six digits of which the first two are a chapter: 01 to 97, 77 being reserved. */
  private static boolean isHsCode(String code) {
    if (code.length() != 6 || !isDigits(code, 0, 6)) {
      return false;
    }
    var chapter = Integer.parseInt(code.substring(0, 2));
    return chapter >= 1 && chapter <= 97 && chapter != 77;
  }

  /** Documents have no value of their own; for all else 0 and 1 are placeholders. */
  private static void checkAmount(
      Money value, String pointer, ItemCategory category, Findings findings) {
    var amount = value == null ? null : decimal(value.amount());
    if (amount == null || category == ItemCategory.DOCUMENTS) {
      return;
    }
    if (amount.signum() == 0 || amount.compareTo(BigDecimal.ONE) == 0) {
      findings.add(
          ProblemCode.VALUE_ZERO_OR_ONE, pointer + "/amount", value.amount(), "the true value");
    }
  }

  private static void checkValueSum(
      List<ContentPiece> contents, Money declared, Findings findings) {
    if (declared == null
        || declared.currencyCode() == null
        || decimal(declared.amount()) == null
        || contents.isEmpty()) {
      return;
    }
    var sum = valueSum(contents, declared.currencyCode(), findings);
    var tolerance = TOLERANCE_PER_LINE.multiply(BigDecimal.valueOf(contents.size()));
    if (sum != null && sum.subtract(decimal(declared.amount())).abs().compareTo(tolerance) > 0) {
      findings.add(
          ProblemCode.VALUE_SUM, "/declaredValue/amount", declared.amount(), sum.toPlainString());
    }
  }

  /** The sum of the values of the lines; null when one has none or is of another currency. */
  private static BigDecimal valueSum(
      List<ContentPiece> contents, String currency, Findings findings) {
    var sum = BigDecimal.ZERO;
    var comparable = true;
    for (var i = 0; i < contents.size(); i++) {
      var value = contents.get(i).value();
      var amount = value == null ? null : decimal(value.amount());
      if (amount == null || value.currencyCode() == null) {
        comparable = false;
      } else if (!value.currencyCode().equals(currency)) {
        comparable = false;
        findings.add(
            ProblemCode.CURRENCIES_DIFFER,
            "/contents/" + i + "/value/currencyCode",
            value.currencyCode(),
            currency);
      } else {
        sum = sum.add(amount);
      }
    }
    return comparable ? sum : null;
  }

  private static void checkMassSum(List<ContentPiece> contents, Mass gross, Findings findings) {
    var limit = gross == null ? null : decimal(gross.value());
    if (limit == null) {
      return;
    }
    var sum = BigDecimal.ZERO;
    for (var piece : contents) {
      var mass = piece.netMass() == null ? null : decimal(piece.netMass().value());
      sum = mass == null ? sum : sum.add(mass);
    }
    if (sum.compareTo(limit) > 0) {
      findings.add(
          ProblemCode.MASS_SUM,
          "/grossMass/value",
          gross.value(),
          "at least " + sum.toPlainString());
    }
  }

  /** The number, or null when the text is not one. */
  static BigDecimal decimal(String text) {
    return text != null && isDecimal(text) ? new BigDecimal(text) : null;
  }

  /** Up to 16 digits, and after a point up to 9 more. */
  private static boolean isDecimal(String text) {
    var point = text.indexOf('.');
    var whole = point < 0 ? text.length() : point;
    var fraction = point < 0 ? 1 : text.length() - point - 1;
    return whole >= 1
        && whole <= 16
        && fraction >= 1
        && fraction <= 9
        && isDigits(text, 0, whole)
        && isDigits(text, whole + 1, text.length());
  }

  private static boolean isDigits(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
