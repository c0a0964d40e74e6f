package org.chasqui.app;

import java.util.Collection;
import java.util.Map;
import org.chasqui.ledger.Tally;
import org.chasqui.profile.Profile;

/** The counts of all administrations together. */
record Progress(long accepted, long delivered, long decided, long told, long parked) {

  static Progress of(Map<String, Tally> tallies, Collection<Profile> administrations) {
    long[] sums = new long[5];
    for (var administration : administrations) {
      var tally = tallies.get(administration.id());
      if (tally != null) {
        sums[0] += tally.accepted();
        sums[1] += tally.delivered();
        sums[2] += tally.decided();
        sums[3] += tally.told();
        sums[4] += tally.parked();
      }
    }
    return new Progress(sums[0], sums[1], sums[2], sums[3], sums[4]);
  }

  /** Accepted items of which the post has not heard the decision. */
  long lost() {
    return accepted - told;
  }

  boolean complete() {
    return delivered == accepted && decided == accepted && told == accepted;
  }

  String line() {
    return "items: accepted=%d delivered=%d decided=%d told=%d lost=%d"
        .formatted(accepted, delivered, decided, told, lost());
  }
}
