package org.chasqui.app.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Tally;
import org.chasqui.profile.Profiles;

/**
 * The ledger's tallies and alarms as meters. Looks at the ledger at most once a second, whoever
 * asks, so that neither scraping nor back-pressure costs more.
 */
final class GatewayMeters implements AutoCloseable {
  private static final long FRESH = Duration.ofSeconds(1).toNanos();
  private static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);

  private final Ledger ledger;
  private Map<String, Tally> tallies = Map.of();
  private Map<AlarmKind, Long> alarms = Map.of();
  private long awaiting;
  private long lookedAt = System.nanoTime() - FRESH;
  private boolean closed;

  GatewayMeters(Ledger ledger, Profiles profiles, MeterRegistry registry) {
    this.ledger = ledger;
    for (var profile : profiles.all()) {
      var party = profile.id();
      counter(registry, party, "accepted", Tally::accepted);
      counter(registry, party, "delivered", Tally::delivered);
      counter(registry, party, "decided", Tally::decided);
      counter(registry, party, "told", Tally::told);
      counter(registry, party, "refused", Tally::refused);
      gauge(registry, party, "parked", Tally::parked);
      gauge(registry, party, "waiting", Tally::waiting);
    }
    for (var kind : AlarmKind.values()) {
      Gauge.builder("chasqui.alarms", this, meters -> meters.standing(kind))
          .description("Alarms that stand")
          .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .register(registry);
    }
  }

  private void counter(
      MeterRegistry registry, String party, String what, ToLongFunction<Tally> value) {
    FunctionCounter.builder(
            "chasqui.items." + what, this, meters -> value.applyAsLong(meters.tally(party)))
        .tag("party", party)
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String party, String what, ToLongFunction<Tally> value) {
    Gauge.builder("chasqui.items." + what, this, meters -> value.applyAsLong(meters.tally(party)))
        .tag("party", party)
        .register(registry);
  }

  /** Lines that wait for delivery to any party, without those that wait for their pre-advice. */
  synchronized long backlog() {
    long waiting = look().values().stream().mapToLong(Tally::waiting).sum();
    return Math.max(0, waiting - awaiting);
  }

  private Tally tally(String party) {
    return look().getOrDefault(party, NONE);
  }

  private synchronized long standing(AlarmKind kind) {
    look();
    return alarms.getOrDefault(kind, 0L);
  }

  private synchronized Map<String, Tally> look() {
    if (!closed && System.nanoTime() - lookedAt >= FRESH) {
      tallies = ledger.tallies();
      awaiting = ledger.holding().awaiting();
      alarms = ledger.alarms().standing();
      lookedAt = System.nanoTime();
    }
    return tallies;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
