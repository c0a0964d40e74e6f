package org.chasqui.app;

import java.io.PrintWriter;
import java.util.Map;
import org.chasqui.ledger.Tally;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** The table of a demonstration, a line a country. */
final class DemoTable {
  private static final String ROW = "%-2s  %-22s %-18s %9s %9s %9s %9s %9s %9s%n";
  private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);

  private DemoTable() {}

  static void print(PrintWriter out, Profiles profiles, Map<String, Tally> tallies) {
    out.println();
    out.printf(
        ROW,
        "",
        "administration",
        "format",
        "accepted",
        "delivered",
        "decided",
        "told",
        "losses",
        "problems");
    for (var profile : profiles.administrations()) {
      print(out, profile, tallies.getOrDefault(profile.id(), NONE));
    }
    out.println();
  }

  private static void print(PrintWriter out, Profile profile, Tally tally) {
    out.printf(
        ROW,
        profile.identity().countryCode(),
        profile.identity().countryNames().get("en"),
        profile.format().codec(),
        tally.accepted(),
        tally.delivered(),
        tally.decided(),
        tally.told(),
        tally.losses(),
        tally.problems());
  }
}
