package org.chasqui.codec.upu.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Rfc3339;
import org.chasqui.message.Severity;

/** Reads single values of a view; one that has not the form is passed over with a warning. */
final class CdsValues {
  static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  static final Pattern SUBCLASS = Pattern.compile("[A-Z][A-Z0-9]");
  static final Pattern OPERATOR = Pattern.compile("[A-Z0-9]{3}");
  static final Pattern HS = Pattern.compile("\\d{6}");
  static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,16}");
  static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,12})?");
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,5}");
  private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final ZoneId zone;
  private final List<Problem> problems;

  CdsValues(ZoneId zone, List<Problem> problems) {
    this.zone = zone;
    this.problems = problems;
  }

  /** A text cut to a length, or null. */
  String text(CdsElement parent, String name, int most) {
    var text = parent.text(name);
    if (text == null || text.length() <= most) {
      return text;
    }
    var found = text.length() + " characters";
    var at = parent.at(name).location();
    problems.add(Problem.of(ProblemCode.TEXT_CUT, at, found, "at most " + most));
    return LossList.head(text, most);
  }

  /** A code of a form, or null. */
  String code(CdsElement parent, String name, Pattern form, String expected) {
    var text = parent.text(name);
    if (text == null || form.matcher(text).matches()) {
      return text;
    }
    pass(parent, name, expected);
    return null;
  }

  /** A code of a short list, or null. */
  String oneOf(CdsElement parent, String name, List<String> codes) {
    var text = parent.text(name);
    if (text == null || codes.contains(text)) {
      return text;
    }
    pass(parent, name, String.join(", ", codes));
    return null;
  }

  /** A whole number of 1 or more, or null. */
  Integer number(CdsElement parent, String name) {
    var text = parent.text(name);
    if (text == null || text.equals("0")) {
      return null;
    }
    if (WHOLE.matcher(text).matches()) {
      return Integer.valueOf(text);
    }
    pass(parent, name, "a whole number of 1 to 999999");
    return null;
  }

  /** A mass in kilograms, or null. */
  Mass mass(CdsElement parent, String name) {
    var value = decimal(parent, name);
    return value == null ? null : new Mass(value, "KGM");
  }

  /** An amount with its currency, or null. */
  Money money(CdsElement parent, String amount, String currency) {
    var value = decimal(parent, amount);
    var code = code(parent, currency, CURRENCY, "a currency of 3 letters");
    if (value != null && code == null && parent.text(currency) == null) {
      pass(parent, currency, "a currency of 3 letters");
    }
    return value == null || code == null ? null : new Money(value, code);
  }

  /** A decimal number without needless zeros, or null. */
  String decimal(CdsElement parent, String name) {
    var text = parent.text(name);
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      pass(parent, name, "a decimal number of zero or more");
      return null;
    }
    var number = new BigDecimal(text);
    if (number.scale() > 6) {
      number = number.setScale(6, RoundingMode.HALF_UP);
    }
    return number.toPlainString();
  }

  /** RFC 3339 with offset of an XML date and time; local to the zone when it has none. */
  String time(CdsElement parent, String name) {
    var text = parent.text(name);
    if (text == null) {
      return null;
    }
    try {
      return text.length() > 19 && (text.endsWith("Z") || text.substring(19).matches(".*[+-].*"))
          ? Rfc3339.parse(text).format(RFC_3339)
          : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime().format(RFC_3339);
    } catch (DateTimeException notATime) {
      pass(parent, name, "date and time, ISO 8601");
      return null;
    }
  }

  /** Notes that a value is passed over; what stood there may be personal and is not told. */
  void pass(CdsElement parent, String name, String expected) {
    problems.add(
        new Problem(
            ProblemCode.ELEMENT_FORMAT,
            Severity.WARNING,
            parent.at(name).location(),
            null,
            expected));
  }
}
