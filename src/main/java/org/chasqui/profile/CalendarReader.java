package org.chasqui.profile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads when a party may not be called: daily, weekly, yearly, once. */
final class CalendarReader {
  private static final Pattern EVERY_YEAR = Pattern.compile("[01][0-9]-[0-3][0-9]");
  private static final List<String> DAYS =
      Stream.of(DayOfWeek.values()).map(CalendarReader::token).toList();
  private static final String TIME_RULE = "must be a local time such as 01:00";
  private static final String MOMENT_RULE =
      "must be a local date and time such as 2026-12-24T12:00";
  private static final Instant SOME_MONDAY = Instant.parse("2001-01-01T00:00:00Z");

  private final Section calendar;

  CalendarReader(Section calendar) {
    this.calendar = calendar;
  }

  Calendar read(ZoneId partyZone) {
    var zone = calendar.optional("zone", Values.ZONE_RULE, Values::zone);
    var closed = calendar.sections("closed").stream().map(CalendarReader::window).toList();
    checkThatItOpens(closed);
    return new Calendar(zone == null ? partyZone : zone, closed);
  }

  private void checkThatItOpens(List<Calendar.Window> closed) {
    var always =
        closed.stream()
            .filter(
                window ->
                    window instanceof Calendar.Weekly weekly
                        && weekly.validity().equals(Validity.ALWAYS))
            .toList();
    var opens = new Calendar(ZoneId.of("UTC"), always).closedUntil(SOME_MONDAY);
    if (opens.filter(at -> at.isAfter(SOME_MONDAY.plus(8, ChronoUnit.DAYS))).isPresent()) {
      calendar.fault("closed", "must leave some hour of the week open", null);
    }
  }

  private static Calendar.Window window(Section window) {
    var source = window.text("source");
    var days = window.values("days", Values.oneOf(DAYS), CalendarReader::day);
    var from = window.optional("from", TIME_RULE, LocalTime::parse);
    var to = window.optional("to", TIME_RULE, LocalTime::parse);
    var validity = RuleReader.validity(window);
    var start = window.optional("start", MOMENT_RULE, LocalDateTime::parse);
    var end = window.optional("end", MOMENT_RULE, LocalDateTime::parse);
    var on = window.optional("on", "must be a date such as 2026-12-25 or 12-25", Object::toString);
    check(window, from, to);
    if (window.has("start") || window.has("end")) {
      return once(window, start, end, source);
    }
    if (on != null) {
      return dated(window, on, from, to, validity, source);
    }
    boolean unreadable = (from == null && window.has("from")) || (to == null && window.has("to"));
    return unreadable
        ? new Calendar.Once(null, null, source)
        : new Calendar.Weekly(days(window, days), from, to, validity, source);
  }

  private static void check(Section window, LocalTime from, LocalTime to) {
    if (window.has("from") != window.has("to")) {
      window.fault(
          window.has("from") ? "from" : "to", "needs from and to; without both all day", null);
    } else if (from != null && from.equals(to)) {
      window.fault("to", "must differ from from; without both all day is closed", to.toString());
    }
  }

  private static Calendar.Window once(
      Section window, LocalDateTime start, LocalDateTime end, String source) {
    for (var other : List.of("days", "from", "to", "on", "validFrom", "validTo")) {
      if (window.has(other)) {
        window.fault(other, "must not stand beside start and end", null);
      }
    }
    for (var needed : List.of("start", "end")) {
      if (!window.has(needed)) {
        window.fault(needed, "is missing: it " + MOMENT_RULE, null);
      }
    }
    if (start != null && end != null && !start.isBefore(end)) {
      window.fault("end", "must be after start", end.toString());
    }
    return new Calendar.Once(start, end, source);
  }

  private static Calendar.Window dated(
      Section window, String on, LocalTime from, LocalTime to, Validity validity, String source) {
    if (window.has("days")) {
      window.fault("days", "must not stand beside on", null);
    }
    if (EVERY_YEAR.matcher(on).matches()) {
      var day =
          window.value(
              "on", null, "must be a day of the year", text -> MonthDay.parse("--" + text));
      return new Calendar.Yearly(day, from, to, validity, source);
    }
    for (var other : List.of("validFrom", "validTo")) {
      if (window.has(other)) {
        window.fault(other, "must not stand beside one date", null);
      }
    }
    var date = window.value("on", null, Values.DAY_RULE, LocalDate::parse);
    if (date == null) {
      return new Calendar.Once(null, null, source);
    }
    var span = Calendar.Span.starting(date, from, to);
    return new Calendar.Once(span.from(), span.to(), source);
  }

  private static Set<DayOfWeek> days(Section window, List<DayOfWeek> days) {
    return window.has("days") && !days.isEmpty()
        ? EnumSet.copyOf(days)
        : EnumSet.allOf(DayOfWeek.class);
  }

  private static DayOfWeek day(String text) {
    return DayOfWeek.of(DAYS.indexOf(Values.member(DAYS, text)) + 1);
  }

  /** As written: {@code mon}. */
  private static String token(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
