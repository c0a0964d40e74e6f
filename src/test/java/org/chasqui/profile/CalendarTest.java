package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private static Calendar daily(ZoneId zone, String from, String to) {
    return new Calendar(zone, List.of(weekly(EVERY_DAY, from, to)));
  }

  private static Calendar.Weekly weekly(Set<DayOfWeek> days, String from, String to) {
    return new Calendar.Weekly(
        days,
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        Validity.ALWAYS,
        "test");
  }

  private static void closed(Calendar calendar, String at, String until) {
    assertThat(calendar.closedUntil(Instant.parse(at))).contains(Instant.parse(until));
    assertThat(calendar.isOpen(ZonedDateTime.parse(at))).isFalse();
  }

  private static void open(Calendar calendar, String at) {
    assertThat(calendar.closedUntil(Instant.parse(at))).isEmpty();
    assertThat(calendar.isOpen(ZonedDateTime.parse(at))).isTrue();
  }

  @Test
  void hoursMayCrossMidnight() {
    var calendar = daily(ZoneOffset.UTC, "23:00", "02:00");

    open(calendar, "2026-11-03T22:59:59Z");
    closed(calendar, "2026-11-03T23:00:00Z", "2026-11-04T02:00:00Z");
    closed(calendar, "2026-11-04T01:59:59Z", "2026-11-04T02:00:00Z");
    open(calendar, "2026-11-04T02:00:00Z");
  }

  @Test
  void daysAreThoseOnWhichTheHoursBegin() {
    var calendar =
        new Calendar(
            ZoneOffset.UTC, List.of(weekly(EnumSet.of(DayOfWeek.SUNDAY), "22:00", "06:00")));

    open(calendar, "2026-11-08T01:00:00Z"); // Sunday, but Saturday evening was open
    closed(calendar, "2026-11-08T22:00:00Z", "2026-11-09T06:00:00Z");
    open(calendar, "2026-11-09T22:00:00Z");
  }

  @Test
  void hoursThatFollowOnEachOtherAreOneClosure() {
    var calendar =
        new Calendar(
            ZoneOffset.UTC,
            List.of(
                weekly(EVERY_DAY, "22:00", "00:00"),
                weekly(EnumSet.of(DayOfWeek.SATURDAY), null, null),
                new Calendar.Once(
                    LocalDateTime.parse("2026-11-08T00:00"),
                    LocalDateTime.parse("2026-11-08T09:30"),
                    "test")));

    closed(calendar, "2026-11-06T22:00:00Z", "2026-11-08T09:30:00Z");
  }

  @Test
  void aHolidayIsTheWholeLocalDay() {
    var calendar =
        new Calendar(
            SANTIAGO,
            List.of(new Calendar.Yearly(MonthDay.of(12, 25), null, null, Validity.ALWAYS, "test")));

    open(calendar, "2026-12-25T02:59:59Z");
    closed(calendar, "2026-12-25T03:00:00Z", "2026-12-26T03:00:00Z");
    closed(calendar, "2031-12-25T12:00:00Z", "2031-12-26T03:00:00Z");
  }

  @Test
  void hoursHoldWithinTheirValidityOnly() {
    var until = new Validity(null, LocalDate.parse("2026-11-03"));
    var calendar =
        new Calendar(
            ZoneOffset.UTC,
            List.of(
                new Calendar.Weekly(
                    EVERY_DAY, LocalTime.parse("23:00"), LocalTime.parse("01:00"), until, "test")));

    closed(calendar, "2026-11-04T00:30:00Z", "2026-11-04T01:00:00Z"); // began on the last day
    open(calendar, "2026-11-04T23:30:00Z");
  }

  /** New York goes from 02:00 to 03:00 on 2026-03-08. */
  @Test
  void hoursThatAClockChangeSkipsBeginAndEndWithIt() {
    open(daily(NEW_YORK, "02:00", "03:00"), "2026-03-08T06:59:59Z");
    open(daily(NEW_YORK, "02:00", "03:00"), "2026-03-08T07:00:00Z");
    closed(daily(NEW_YORK, "01:00", "02:30"), "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z");
    closed(daily(NEW_YORK, "02:30", "04:00"), "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z");
    open(daily(NEW_YORK, "02:30", "04:00"), "2026-03-08T06:59:59Z");
  }

  /** New York goes back from 02:00 to 01:00 on 2026-11-01. */
  @Test
  void hoursThatAClockChangeRepeatsAreClosedFromTheFirstToTheLast() {
    closed(daily(NEW_YORK, "01:00", "01:30"), "2026-11-01T05:00:00Z", "2026-11-01T06:30:00Z");
    closed(daily(NEW_YORK, "01:00", "01:30"), "2026-11-01T05:45:00Z", "2026-11-01T06:30:00Z");
    open(daily(NEW_YORK, "01:00", "01:30"), "2026-11-01T06:30:00Z");
  }

  /** Santiago goes from Saturday 24:00 to Sunday 01:00 on 2026-09-06. */
  @Test
  void hoursMayCrossAMidnightThatDoesNotExist() {
    closed(daily(SANTIAGO, "23:00", "00:30"), "2026-09-06T03:30:00Z", "2026-09-06T04:00:00Z");
    open(daily(SANTIAGO, "23:00", "00:30"), "2026-09-06T04:00:00Z");
  }

  private static final List<ZoneId> ZONES =
      List.of(SANTIAGO, NEW_YORK, ZoneId.of("America/Sao_Paulo"), ZoneOffset.UTC);
  private static final List<String> AROUND =
      List.of("2026-03-07", "2026-04-04", "2026-09-05", "2026-10-31", "2026-06-10");

  private static Calendar.Window any(Random random) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    while (days.size() < 1 + random.nextInt(4)) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    int from = random.nextInt(96);
    int to = (from + 1 + random.nextInt(95)) % 96;
    return new Calendar.Weekly(days, quarter(from), quarter(to), Validity.ALWAYS, "test");
  }

  private static LocalTime quarter(int number) {
    return LocalTime.MIDNIGHT.plusMinutes(15L * number);
  }

  private static List<Calendar.Window> windows(Random random) {
    return Stream.generate(() -> any(random)).limit(1 + random.nextInt(3)).toList();
  }

  /** Near the changes of clocks of 2026, and far from them. */
  private static Instant moment(Random random) {
    return LocalDate.parse(AROUND.get(random.nextInt(AROUND.size())))
        .atStartOfDay()
        .plusMinutes(random.nextInt(3 * 24 * 60))
        .toInstant(ZoneOffset.UTC);
  }

  @Test
  void theEndOfAClosureIsTheFirstOpenMomentAfterIt() {
    var random = new Random(17);
    int closures = 0;
    for (int i = 0; i < 2_000; i++) {
      var calendar = new Calendar(ZONES.get(random.nextInt(ZONES.size())), windows(random));
      var at = moment(random);
      var until = calendar.closedUntil(at);

      assertThat(isOpen(calendar, at)).as("%s at %s", calendar, at).isEqualTo(until.isEmpty());
      if (until.isPresent()) {
        closures++;
        assertThat(isOpen(calendar, until.get())).as("%s at %s", calendar, at).isTrue();
        for (var t = at; t.isBefore(until.get()); t = t.plusSeconds(900)) {
          assertThat(isOpen(calendar, t)).as("%s at %s", calendar, t).isFalse();
        }
      }
    }
    assertThat(closures).isGreaterThan(100);
  }

  /** Where no clock changes, closed is what the clock on the wall says. */
  @Test
  void isClosedWhenTheClockOnTheWallShowsClosedHours() {
    var random = new Random(19);
    for (int i = 0; i < 2_000; i++) {
      var calendar = new Calendar(ZoneId.of("America/Sao_Paulo"), windows(random));
      var local = moment(random).atZone(calendar.zone());
      boolean shown =
          calendar.closed().stream()
              .map(Calendar.Weekly.class::cast)
              .anyMatch(window -> shows(window, local));

      assertThat(calendar.isOpen(local)).as("%s at %s", calendar, local).isEqualTo(!shown);
    }
  }

  private static boolean isOpen(Calendar calendar, Instant at) {
    return calendar.isOpen(at.atZone(ZoneOffset.UTC));
  }

  private static boolean shows(Calendar.Weekly window, ZonedDateTime local) {
    var time = local.toLocalTime();
    boolean today = window.days().contains(local.getDayOfWeek());
    if (window.from().isBefore(window.to())) {
      return today && !time.isBefore(window.from()) && time.isBefore(window.to());
    }
    boolean yesterday = window.days().contains(local.getDayOfWeek().minus(1));
    return (today && !time.isBefore(window.from())) || (yesterday && time.isBefore(window.to()));
  }
}
