package org.chasqui.flow;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Work;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * One gate a party (P4): closed while its circuit breaker is open or its calendar says so. Work
 * that comes while the breaker is open waits here, up to a bound, and in the ledger beyond it; what
 * comes in closed hours is held in the ledger until they end. It never occupies a thread.
 */
final class Gates {
  private static final int MOST_WAITING = 10_000;

  private final Profiles profiles;
  private final Ledger ledger;
  private final Clock clock;
  private final boolean keepCalendars;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  private record Gate(
      Profile profile, CircuitBreaker breaker, ConcurrentLinkedQueue<Long> waiting) {}

  Gates(Profiles profiles, Ledger ledger, Clock clock, boolean keepCalendars) {
    this.keepCalendars = keepCalendars;
    this.profiles = profiles;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** When the party opens, if its calendar says that it is closed now. */
  Optional<Instant> closedUntil(String party) {
    return keepCalendars
        ? profiles.byId(party).flatMap(profile -> profile.calendar().closedUntil(clock.instant()))
        : Optional.empty();
  }

  /** True when the delivery may be tried now; otherwise it is put aside. */
  boolean enter(String party, long deliveryId) {
    var gate = gate(party);
    if (gate.breaker().tryAcquirePermission()) {
      return true;
    }
    if (gate.waiting().size() < MOST_WAITING) {
      gate.waiting().add(deliveryId);
    }
    return false;
  }

  /** The permission was not used. */
  void leaveUnused(String party) {
    gate(party).breaker().releasePermission();
  }

  /** The attempt ended. */
  void left(String party, boolean reachable) {
    var breaker = gate(party).breaker();
    if (reachable) {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(0, TimeUnit.NANOSECONDS, new HubUnreachable());
    }
  }

  /** Hands on what waited at gates that may be open again. */
  void release(Consumer<Work> handOver) {
    gates.forEach(
        (party, gate) -> {
          if (!gate.waiting().isEmpty() && passable(gate)) {
            int now = gate.waiting().size();
            for (Long id = gate.waiting().poll(); id != null; id = gate.waiting().poll()) {
              handOver.accept(new Work(Work.Kind.DELIVER, id, party));
              if (--now == 0) {
                break;
              }
            }
          }
        });
  }

  /** True when work for the party may be handed to its queue. */
  boolean passable(String party) {
    return profiles.byId(party).isEmpty() || passable(gate(party));
  }

  private boolean passable(Gate gate) {
    if (gate.breaker().getState() == CircuitBreaker.State.OPEN) {
      return false;
    }
    return isOpen(profile(gate));
  }

  /** The profile as it is now: its hours may have changed. */
  private Profile profile(Gate gate) {
    return profiles.byId(gate.profile().id()).orElse(gate.profile());
  }

  /** Words for the console: {@code open}, {@code breaker-open}, {@code closed-hours}. */
  String state(String party) {
    var gate = gate(party);
    if (gate.breaker().getState() == CircuitBreaker.State.OPEN) {
      return "breaker-open";
    }
    return isOpen(profile(gate)) ? "open" : "closed-hours";
  }

  private boolean isOpen(Profile profile) {
    return !keepCalendars
        || profile.calendar().isOpen(clock.instant().atZone(profile.calendar().zone()));
  }

  private Gate gate(String party) {
    return gates.computeIfAbsent(party, this::make);
  }

  private Gate make(String party) {
    var profile = profiles.byId(party).orElseThrow();
    var limits = profile.limits();
    var breaker =
        CircuitBreaker.of(
            party,
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(limits.breakerFailures())
                .minimumNumberOfCalls(limits.breakerFailures())
                .failureRateThreshold(100)
                .waitDurationInOpenState(limits.breakerPause())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              var to = event.getStateTransition().getToState().name();
              ledger.partyState(party, "breaker", to);
              ledger.note(party, "breaker", Map.of("to", to));
            });
    return new Gate(profile, breaker, new ConcurrentLinkedQueue<>());
  }

  /** What the breaker counts; no stack trace. */
  private static final class HubUnreachable extends Exception {
    private static final long serialVersionUID = 1;

    HubUnreachable() {
      super(null, null, false, false);
    }
  }
}
