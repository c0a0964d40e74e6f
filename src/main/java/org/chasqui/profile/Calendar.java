package org.chasqui.profile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours of local time in which a party may not be called. Where clocks change, closed hours begin
 * at the first and end at the last moment that shows their local time; hours that a change skips
 * begin and end when it happens.
 */
public record Calendar(ZoneId zone, List<Window> closed) {
  /** Hours that follow on each other without a gap are looked at up to so far ahead. */
  private static final Duration HORIZON = Duration.ofDays(400);

  /** Closed hours, from inclusive to exclusive. */
  public sealed interface Window {
    /** What says so. */
    String source();

    /** The closed hours of which some may lie on this local date. */
    Stream<Span> around(LocalDate date);
  }

  /** Closed hours of local time. */
  public record Span(LocalDateTime from, LocalDateTime to) {

    /** Ends on the next day unless {@code to} is later than {@code from}; null is midnight. */
    static Span starting(LocalDate date, LocalTime from, LocalTime to) {
      var first = from == null ? LocalTime.MIDNIGHT : from;
      var last = to == null ? LocalTime.MIDNIGHT : to;
      return new Span(
          date.atTime(first), (last.isAfter(first) ? date : date.plusDays(1)).atTime(last));
    }
  }

  /**
   * Hours of some or all days of the week.
   *
   * @param days on which they begin
   * @param from null when the whole day is closed
   * @param to not later than {@code from} when they cross midnight
   * @param validity days on which they may begin
   */
  public record Weekly(
      Set<DayOfWeek> days, LocalTime from, LocalTime to, Validity validity, String source)
      implements Window {
    @Override
    public Stream<Span> around(LocalDate date) {
      return Stream.of(date.minusDays(1), date)
          .filter(day -> days.contains(day.getDayOfWeek()) && validity.covers(day))
          .map(day -> Span.starting(day, from, to));
    }
  }

  /** Hours of one day of every year; the fields are as those of {@link Weekly}. */
  public record Yearly(MonthDay day, LocalTime from, LocalTime to, Validity validity, String source)
      implements Window {
    @Override
    public Stream<Span> around(LocalDate date) {
      return Stream.of(date.minusDays(1), date)
          .filter(each -> MonthDay.from(each).equals(day) && validity.covers(each))
          .map(each -> Span.starting(each, from, to));
    }
  }

  /** Hours that come once. */
  public record Once(LocalDateTime start, LocalDateTime end, String source) implements Window {
    @Override
    public Stream<Span> around(LocalDate date) {
      return Stream.of(new Span(start, end));
    }
  }

  /** True when the party may be called at this instant. */
  public boolean isOpen(ZonedDateTime at) {
    return end(at.toInstant()).isEmpty();
  }

  /**
   * When the party may be called again; empty when it may be now. After 400 days without an open
   * moment it looks no further.
   */
  public Optional<Instant> closedUntil(Instant at) {
    var until = end(at);
    while (until.isPresent()
        && Duration.between(at, until.get()).compareTo(HORIZON) < 0
        && end(until.get()).isPresent()) {
      until = end(until.get());
    }
    return until;
  }

  /** The latest end of the closed hours that hold this instant. */
  private Optional<Instant> end(Instant at) {
    var date = at.atZone(zone).toLocalDate();
    return closed.stream()
        .flatMap(window -> window.around(date))
        .filter(span -> !at.isBefore(instant(span.from(), false)))
        .map(span -> instant(span.to(), true))
        .filter(at::isBefore)
        .max(Instant::compareTo);
  }

  private Instant instant(LocalDateTime local, boolean last) {
    var change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.toInstant(zone.getRules().getOffset(local));
    }
    return change.isGap()
        ? change.getInstant()
        : local.toInstant(last ? change.getOffsetAfter() : change.getOffsetBefore());
  }
}
