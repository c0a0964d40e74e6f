package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.chasqui.console.html.Element;

/** Times as pages show them: UTC, and the local time of the party where there is one. */
final class Times {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("HH:mm xxx", Locale.ROOT);

  private Times() {}

  static Element utc(Instant at) {
    return at == null ? el("span", "–") : el("time", UTC.format(at)).attr("datetime", iso(at));
  }

  /** UTC without year, for tables. */
  static Element compact(Instant at) {
    return at == null
        ? el("span", "–")
        : el("time", COMPACT.format(at)).attr("datetime", iso(at)).attr("title", UTC.format(at));
  }

  static Element both(Instant at, ZoneId zone) {
    var shown = el("span").add(utc(at));
    return at == null || zone == null
        ? shown
        : shown.text(" ").add(classed("span", "local").text(LOCAL.format(at.atZone(zone))));
  }

  private static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
