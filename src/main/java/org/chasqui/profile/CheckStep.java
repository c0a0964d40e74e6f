package org.chasqui.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** One test of an id with a check digit; all that varies between countries is data. */
sealed interface CheckStep {

  /** True when the plain form passes, or when the step is not for a form like this one. */
  boolean holds(String plain);

  /** A part of the plain form, counted from 1; {@code to} 0 is the last but one. */
  record Span(int from, int to) {
    String of(String plain) {
      int end = to == 0 ? plain.length() - 1 : to;
      return from <= end && end <= plain.length() ? plain.substring(from - 1, end) : null;
    }
  }

  /**
   * Weighs the values of the characters, adds, and finds the check character in a table by the sum
   * modulo the length of the table.
   *
   * @param when the plain forms that the step is for
   * @param of what is weighed
   * @param at position of the check character from 1; 0 is the last
   * @param alphabet the value of a character is its place here, from 0
   * @param weights used again from the start when there are more characters
   * @param fromRight the first weight is for the last character
   * @param padding characters put before what is weighed, for example a space
   * @param tables check character by remainder; any of the tables will do
   */
  record Weighted(
      Pattern when,
      Span of,
      int at,
      String alphabet,
      List<Integer> weights,
      boolean fromRight,
      int width,
      String padding,
      List<String> tables)
      implements CheckStep {
    @Override
    public boolean holds(String plain) {
      if (!when.matcher(plain).matches()) {
        return true;
      }
      var weighed = of.of(plain);
      int position = at == 0 ? plain.length() : at;
      if (weighed == null || position > plain.length()) {
        return false;
      }
      int sum = sum(padding.repeat(Math.max(0, width - weighed.length())) + weighed);
      char check = plain.charAt(position - 1);
      return sum >= 0
          && tables.stream().anyMatch(table -> table.charAt(sum % table.length()) == check);
    }

    private int sum(String weighed) {
      int sum = 0;
      for (int i = 0; i < weighed.length(); i++) {
        int value = alphabet.indexOf(weighed.charAt(i));
        if (value < 0) {
          return -1;
        }
        int turn = fromRight ? weighed.length() - 1 - i : i;
        sum += value * weights.get(turn % weights.size());
      }
      return sum;
    }
  }

  /** The Luhn sum (ISO/IEC 7812-1 annex B) of a part, check digit included. */
  record Luhn(Pattern when, Span of) implements CheckStep {
    @Override
    public boolean holds(String plain) {
      if (!when.matcher(plain).matches()) {
        return true;
      }
      var digits = of.of(plain);
      if (digits == null) {
        return false;
      }
      int sum = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = Character.digit(digits.charAt(i), 10);
        int doubled = (digits.length() - i) % 2 == 0 ? 2 * digit : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
      }
      return sum % 10 == 0;
    }
  }

  /** Six digits that are a date, year first, in any century. */
  record Date(Pattern when, Span of) implements CheckStep {
    @Override
    public boolean holds(String plain) {
      if (!when.matcher(plain).matches()) {
        return true;
      }
      var digits = of.of(plain);
      return digits != null && (isDate("19" + digits) || isDate("20" + digits));
    }

    private static boolean isDate(String digits) {
      try {
        LocalDate.of(
            Integer.parseInt(digits.substring(0, 4)),
            Integer.parseInt(digits.substring(4, 6)),
            Integer.parseInt(digits.substring(6, 8)));
        return true;
      } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
        return false;
      }
    }
  }
}
