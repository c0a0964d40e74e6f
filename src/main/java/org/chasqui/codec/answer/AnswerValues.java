package org.chasqui.codec.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.message.Duty;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Severity;

/** Values of answers in the forms that the regional schema asks for; null when they are not. */
public final class AnswerValues {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,16}");
  private static final Pattern AMOUNT = Pattern.compile("0*(\\d{1,13}(?:\\.\\d{1,6})?)");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private AnswerValues() {}

  /** A code of up to 17 characters. */
  public static String code(String text) {
    return text != null && CODE.matcher(text).matches() ? text : null;
  }

  /** A decimal number, without leading zeros. */
  public static String amount(String text) {
    var match = text == null ? null : AMOUNT.matcher(text);
    return match != null && match.matches() ? match.group(1) : null;
  }

  /** Three letters, else the other. */
  public static String currency(String text, String otherwise) {
    return text != null && CURRENCY.matcher(text).matches() ? text : otherwise;
  }

  /** A text of at most so many characters, or null. */
  public static String shortened(String text, int most) {
    return text == null ? null : LossList.head(text, most);
  }

  /**
   * A duty in one currency.
   *
   * @param base what it is worked out from, or null
   * @param percent the rate, or null
   */
  public static Duty duty(
      String type, String base, String percent, String payable, String currency) {
    return Duty.builder()
        .typeCode(type)
        .baseAmount(base == null ? null : new Money(base, currency))
        .rate(percent)
        .rateUnit(percent == null ? null : RateUnit.PERCENT)
        .payable(new Money(payable, currency))
        .build();
  }

  /** What is payable of duties in one currency; null without duties. */
  public static Money total(List<Duty> duties) {
    if (duties.isEmpty()) {
      return null;
    }
    var total =
        duties.stream()
            .map(duty -> new BigDecimal(duty.payable().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(total.toPlainString(), duties.getFirst().payable().currencyCode());
  }

  /** A place in an answer. */
  public static Location at(String xpath) {
    return new Location.AtXPath(xpath, null);
  }

  /** A value that must be there and is not. */
  public static Problem missing(String xpath) {
    return Problem.of(ProblemCode.SCHEMA, at(xpath), null, "a value");
  }

  /** A value that is there but of no use. */
  public static Problem odd(String xpath, String expected) {
    return new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, at(xpath), null, expected);
  }

  /** A fault that the partner reported, in its code and words. */
  public static Problem reported(String xpath, String code, String words) {
    var found = ((code == null ? "" : code) + " " + (words == null ? "" : words)).strip();
    return Problem.of(ProblemCode.PARTNER, at(xpath), found.isEmpty() ? null : found, null);
  }
}
