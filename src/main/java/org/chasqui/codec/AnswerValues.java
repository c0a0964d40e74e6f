package org.chasqui.codec;

import java.util.regex.Pattern;
import org.chasqui.message.Money;

/** Values that the regional schema takes; null for any other text. */
public final class AnswerValues {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,16}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,6})?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

  private AnswerValues() {}

  /** A code of up to 17 of A-Z, 0-9, dot, underscore and hyphen. */
  public static String code(String text) {
    return text != null && CODE.matcher(text).matches() ? text : null;
  }

  /** A decimal number of at most 13.6 digits. */
  public static String amount(String text) {
    return text != null && AMOUNT.matcher(text).matches() ? text : null;
  }

  /** An amount in a currency of ISO 4217, or of the administration where that is none. */
  public static Money money(String text, String currency, ProfileView view) {
    var amount = amount(text);
    boolean known = currency != null && CURRENCY.matcher(currency).matches();
    return amount == null ? null : new Money(amount, known ? currency : view.currency());
  }

  /** The number of a line. */
  public static Integer line(String text) {
    return text != null && NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  /** The first characters of a text. */
  public static String head(String text, int most) {
    return text == null ? null : LossList.head(text, most);
  }
}
