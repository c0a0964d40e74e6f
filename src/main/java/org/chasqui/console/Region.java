package org.chasqui.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Tally;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Profile;

/**
 * The administrations as they are doing now. One look at the ledger serves all viewers of a second.
 */
final class Region {
  /** Key under which a party's circuit breaker is kept in the ledger. */
  static final String BREAKER = "breaker";

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);

  private final Ledger ledger;
  private final Supplier<List<Profile>> parties;
  private final Clock clock;
  private final Pulse pulse = new Pulse();
  private volatile Snapshot last;

  private record Snapshot(Instant at, List<Standing> standings) {}

  /** One administration now. */
  record Standing(Profile profile, PartyState state, Tally tally, OptionalDouble perMinute) {}

  Region(Ledger ledger, Supplier<List<Profile>> parties, Clock clock) {
    this.ledger = ledger;
    this.parties = parties;
    this.clock = clock;
  }

  /** All administrations by country code. */
  List<Standing> standings() {
    var now = clock.instant();
    var seen = last;
    if (seen == null || Duration.between(seen.at(), now).compareTo(FRESH) >= 0) {
      seen = new Snapshot(now, look(now));
      last = seen;
    }
    return seen.standings();
  }

  Optional<Standing> standing(String id) {
    return standings().stream().filter(s -> s.profile().id().equals(id)).findFirst();
  }

  Optional<Profile> party(String id) {
    return parties.get().stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  Clock clock() {
    return clock;
  }

  private List<Standing> look(Instant now) {
    var tallies = ledger.tallies();
    return parties.get().stream()
        .filter(profile -> profile.identity().role() == PartyRole.CUSTOMS)
        .sorted(Comparator.comparing(profile -> profile.identity().countryCode()))
        .map(profile -> standing(profile, tallies, now))
        .toList();
  }

  private Standing standing(Profile profile, Map<String, Tally> tallies, Instant now) {
    var tally = tallies.getOrDefault(profile.id(), NOTHING);
    pulse.look(profile.id(), tally, now);
    return new Standing(profile, state(profile, now), tally, pulse.perMinute(profile.id()));
  }

  private PartyState state(Profile profile, Instant now) {
    if (ledger.partyState(profile.id(), BREAKER).filter(Region::isOpen).isPresent()) {
      return PartyState.INTERRUPTED;
    }
    if (!profile.calendar().isOpen(now.atZone(ZoneOffset.UTC))) {
      return PartyState.CLOSED;
    }
    return pulse.standsStill(profile.id(), now) ? PartyState.DELAYED : PartyState.OK;
  }

  private static boolean isOpen(String breaker) {
    return !breaker.isBlank() && !breaker.toLowerCase(Locale.ROOT).startsWith("closed");
  }
}
