package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.FieldLosses;
import org.chasqui.codec.LossList;
import org.chasqui.codec.edifact.CharacterFit;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalData;

/**
 * Makes texts of one regional message fit a message of EDI and notes what does not come through.
 */
final class Losses {
  private final List<Problem> problems = new ArrayList<>();
  private final CharacterFit fit;

  Losses(SyntaxLevel level) {
    fit = new CharacterFit(level);
  }

  /** A text in the characters of the level, cut to a length; null stays null. */
  String text(String pointer, String value, int most) {
    if (value == null) {
      return null;
    }
    var fitted = fitted(pointer, value);
    if (fitted.length() <= most) {
      return fitted;
    }
    add(ProblemCode.TEXT_CUT, pointer, "length " + fitted.length(), "at most " + most);
    return fitted.substring(0, most).stripTrailing();
  }

  /** A text in parts of a length, broken at spaces, as readers join them with one. */
  List<String> parts(String pointer, String value, int each, int most) {
    var parts = new ArrayList<String>();
    if (value == null) {
      return parts;
    }
    var rest = fitted(pointer, value);
    boolean broken = false;
    while (!rest.isEmpty() && parts.size() < most) {
      int end = end(rest, each);
      parts.add(rest.substring(0, end));
      boolean atSpace = end < rest.length() && rest.charAt(end) == ' ';
      broken |= end < rest.length() && !atSpace;
      rest = rest.substring(atSpace ? end + 1 : end);
    }
    if (!rest.isEmpty()) {
      add(ProblemCode.TEXT_CUT, pointer, "length " + value.length(), most + " of " + each);
    } else if (broken) {
      add(ProblemCode.REARRANGED, pointer, "length " + value.length(), most + " of " + each);
    }
    return parts;
  }

  private static int end(String text, int each) {
    if (text.length() <= each) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', each);
    return space > 0 ? space : each;
  }

  private String fitted(String pointer, String value) {
    var fitted = fit.fit(value);
    if (!fitted.equals(value)) {
      add(ProblemCode.CHARACTER_REPLACED, pointer, null, "characters of the syntax level");
    }
    return fitted;
  }

  /** Notes that a value has no place, unless there is none. */
  void noTarget(String pointer, Object value) {
    boolean absent =
        value == null
            || (value instanceof Collection<?> many && many.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!absent) {
      add(ProblemCode.NO_TARGET, pointer, null, null);
    }
  }

  /** Notes every populated field that a writer does not look after. */
  void unplaced(FieldLosses fields, RegionalData data) {
    var list = LossList.byPointer();
    fields.report(data, list);
    problems.addAll(list.carriage().problems());
  }

  /** True when the text has only characters of the level. */
  boolean fits(String text) {
    return fit.fit(text).equals(text);
  }

  /** True while nothing forbids the message. */
  boolean carries() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** Notes a loss. */
  void add(ProblemCode code, String pointer, String found, String expected) {
    problems.add(Problem.of(code, new Location.AtPointer(pointer), found, expected));
  }

  /** What became of the message: left out when a problem is an error. */
  Carriage carriage() {
    return problems.isEmpty() ? Carriage.WHOLE : new Carriage(carries(), List.copyOf(problems));
  }
}
