package org.chasqui.profile;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Daily windows of local time in which a party may not be called. */
public record Calendar(ZoneId zone, List<Window> closed) {

  /** From inclusive to exclusive; one that ends before it starts crosses midnight. */
  public record Window(LocalTime from, LocalTime to, String source) {
    boolean contains(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  /** True when the party may be called at this instant. */
  public boolean isOpen(ZonedDateTime at) {
    var local = at.withZoneSameInstant(zone).toLocalTime();
    return closed.stream().noneMatch(window -> window.contains(local));
  }
}
