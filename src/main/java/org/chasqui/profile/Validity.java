package org.chasqui.profile;

import java.time.LocalDate;

/**
 * The days on which a rule holds.
 *
 * @param from first day, or null when it is not known or long ago
 * @param to last day, or null while no end is known
 */
public record Validity(LocalDate from, LocalDate to) {
  /** Without a first and a last day. */
  public static final Validity ALWAYS = new Validity(null, null);

  /** True when the rule holds on the day. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** True when there is a day that both cover. */
  public boolean overlaps(Validity other) {
    return !isAfter(from, other.to) && !isAfter(other.from, to);
  }

  private static boolean isAfter(LocalDate first, LocalDate last) {
    return first != null && last != null && first.isAfter(last);
  }

  /** For people: {@code 2026-05-01 to ...}; empty when it always holds. */
  public String text() {
    return from == null && to == null
        ? ""
        : (from == null ? "..." : from) + " to " + (to == null ? "..." : to);
  }
}
