package org.chasqui.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.message.Dimensions;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * Gathers what a document cannot carry of one message (wco-and-canonical-model §6.8) while an
 * encoder narrows its values. Places are given in two parts that are joined only when a loss is
 * written down. Not thread-safe: one for each message.
 */
public final class LossList {
  private static final String KILOGRAMS = "a mass in kilograms (KGM)";
  private static final int MOST_DIGITS = 30;

  private final Locator locator;
  private List<Problem> problems = List.of();
  private boolean error;

  /** Makes a location of the two parts of a place. */
  public interface Locator {
    /** The location; the second part may be null when the locator allows it. */
    Location at(String first, String second);
  }

  private LossList(Locator locator) {
    this.locator = locator;
  }

  /** Places are JSON pointers into the data of the message: base and rest. */
  public static LossList byPointer() {
    return new LossList((base, rest) -> new Location.AtPointer(base + rest));
  }

  /** Places are made by a locator: XPaths into the document with their WCO pointers. */
  public static LossList by(Locator locator) {
    return new LossList(locator);
  }

  /** Adds a problem as it is. */
  public void add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    problems.add(problem);
    error |= problem.isError();
  }

  /** Adds a problem of another severity than its code's. */
  public void add(
      ProblemCode code, Severity severity, String first, String second, String found, String want) {
    add(new Problem(code, severity, locator.at(first, second), found, want));
  }

  /** A field that the document must have: the message is not carried. */
  public void needs(String first, String second, String expected) {
    add(ProblemCode.TARGET_NEEDS, Severity.ERROR, first, second, null, expected);
  }

  /** A value that was needed and comes from the profile, not from the message. */
  public void assumed(String first, String second, String expected) {
    add(ProblemCode.TARGET_NEEDS, Severity.WARNING, first, second, null, expected);
  }

  /** A field of the message, by JSON pointer, without a place in the document. */
  public void noTarget(String base, String rest, String expected) {
    var location = new Location.AtPointer(base + rest);
    add(Problem.of(ProblemCode.NO_TARGET, location, null, expected));
  }

  /** A field of the message, by JSON pointer, that is joined or split to fit. */
  public void rearranged(String base, String rest, String expected) {
    var location = new Location.AtPointer(base + rest);
    add(Problem.of(ProblemCode.REARRANGED, location, null, expected));
  }

  /** The message as a whole cannot be said in this format, because of a code in it. */
  public void refuse(String first, String second, String found, String expected) {
    add(ProblemCode.CODE_WITHOUT_TARGET, Severity.ERROR, first, second, found, expected);
  }

  /** The text without characters that no document can hold, cut to a length in UTF-16 units. */
  public String text(String value, int max, String first, String second) {
    var clean = clean(value, first, second);
    if (clean.length() <= max) {
      return clean;
    }
    add(
        ProblemCode.TEXT_CUT,
        Severity.WARNING,
        first,
        second,
        clean.length() + " characters",
        "at most " + max);
    return head(clean, max);
  }

  /**
   * The text with characters replaced by blanks that neither XML 1.0 nor UTF-8 can hold; empty for
   * none.
   */
  public String clean(String value, String first, String second) {
    if (value == null) {
      return "";
    }
    int bad = firstBad(value, 0);
    if (bad < 0) {
      return value;
    }
    var clean = new StringBuilder(value);
    for (; bad >= 0; bad = firstBad(value, bad + 1)) {
      clean.setCharAt(bad, ' ');
    }
    add(
        ProblemCode.CHARACTER_REPLACED,
        Severity.WARNING,
        first,
        second,
        null,
        "characters that the document can hold");
    return clean.toString();
  }

  private static int firstBad(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
        return i;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < value.length()
            && Character.isLowSurrogate(value.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first part of a text, never half of a character. */
  public static String head(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * A decimal number with bounded digits. Digits too many after the point are rounded, which is a
   * loss; too many before it are an error.
   *
   * @return empty when it is no such number; an error says so
   */
  public Optional<BigDecimal> decimal(
      String value, int whole, int fraction, RoundingMode rounding, String first, String second) {
    var limits = "a decimal number of at most " + whole + "." + fraction + " digits";
    if (value == null || !isDecimal(value)) {
      needs(first, second, limits);
      return Optional.empty();
    }
    var number = new BigDecimal(value);
    if (number.scale() > fraction) {
      var rounded = number.setScale(fraction, rounding);
      if (rounded.compareTo(number) != 0) {
        add(
            ProblemCode.TEXT_CUT,
            Severity.WARNING,
            first,
            second,
            value,
            "at most " + fraction + " decimals; sent as " + rounded.toPlainString());
      }
      number = rounded;
    }
    if (number.precision() - number.scale() > whole) {
      add(ProblemCode.TARGET_NEEDS, Severity.ERROR, first, second, value, limits);
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** Digits, perhaps with a minus before them and a point among them. */
  private static boolean isDecimal(String value) {
    int start = value.startsWith("-") ? 1 : 0;
    int point = digits(value, start);
    if (point == value.length() || value.charAt(point) != '.') {
      return point == value.length() && isCount(point - start);
    }
    int end = digits(value, point + 1);
    return end == value.length() && isCount(point - start) && isCount(end - point - 1);
  }

  private static boolean isCount(int digits) {
    return digits >= 1 && digits <= MOST_DIGITS;
  }

  /** Where the digits end that begin at a place. */
  private static int digits(String value, int from) {
    int end = from;
    while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /**
   * A mass in kilograms with bounded digits.
   *
   * @return empty when it is no such mass; an error says so
   */
  public Optional<BigDecimal> kilograms(
      Mass mass, int whole, int fraction, RoundingMode rounding, String pointer) {
    if (!isKilograms(mass)) {
      needs(pointer, "", KILOGRAMS);
      return Optional.empty();
    }
    return decimal(mass.value(), whole, fraction, rounding, pointer, "/value");
  }

  /** The same of a mass that the document can be without: one in another unit is a loss. */
  public Optional<BigDecimal> kilogramsIfAny(
      Mass mass, int whole, int fraction, RoundingMode rounding, String pointer) {
    if (!isKilograms(mass)) {
      noTarget(pointer, "", KILOGRAMS);
      return Optional.empty();
    }
    return decimal(mass.value(), whole, fraction, rounding, pointer, "/value");
  }

  private static boolean isKilograms(Mass mass) {
    return mass != null && "KGM".equals(mass.unitCode());
  }

  /** The volume of the item as a decimal; joining its dimensions is told. Null without them. */
  public String cubicMetres(Dimensions size) {
    if (size == null
        || size.lengthCm() == null
        || size.widthCm() == null
        || size.heightCm() == null) {
      return null;
    }
    rearranged("/dimensions", "", "volume in cubic metres");
    long cubic = (long) size.lengthCm() * size.widthCm() * size.heightCm();
    return BigDecimal.valueOf(cubic, 6).toPlainString();
  }

  /**
   * The target of a code by a map of the profile. Taking the map's {@code *} is a loss; having no
   * target is an error.
   */
  public Optional<String> code(
      ProfileView view, String map, String source, String first, String second) {
    var codes = view.codes().get(map);
    var target = codes == null || source == null ? null : codes.get(source);
    if (target != null) {
      return Optional.of(target);
    }
    var otherwise = codes == null ? null : codes.get("*");
    var severity = otherwise == null ? Severity.ERROR : Severity.WARNING;
    var expected = "a code of the map " + map + sentAs(otherwise);
    add(ProblemCode.CODE_WITHOUT_TARGET, severity, first, second, source, expected);
    return Optional.ofNullable(otherwise);
  }

  private static String sentAs(String code) {
    return code == null ? "" : "; sent as " + code;
  }

  /** True while no error forbids the message. */
  public boolean carries() {
    return !error;
  }

  /** How the document carries the message. */
  public Carriage carriage() {
    return problems.isEmpty() ? Carriage.WHOLE : new Carriage(!error, List.copyOf(problems));
  }
}
