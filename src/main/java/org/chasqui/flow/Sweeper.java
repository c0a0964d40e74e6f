package org.chasqui.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Work;

/**
 * Hands out again what stands still, and raises the deadlines that have passed. Runs at start and
 * then all the time; each run is bounded, and what it hands out is held back in the ledger for a
 * while so that a queue does not fill with copies.
 */
public final class Sweeper {
  private static final Duration HANDED_FOR = Duration.ofSeconds(30);
  private static final int PAGE = 2_000;

  private final Ledger ledger;
  private final Gates gates;
  private final Dispatcher dispatcher;
  private final AlarmSweep alarms;
  private final Clock clock;

  Sweeper(Ledger ledger, Gates gates, Dispatcher dispatcher, AlarmSweep alarms, Clock clock) {
    this.alarms = alarms;
    this.ledger = ledger;
    this.gates = gates;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  /** One sweep. */
  public void sweep() {
    gates.release(dispatcher::handOver);
    var held = new HashMap<String, List<Long>>();
    for (Work work : ledger.due(clock.instant(), HANDED_FOR, PAGE)) {
      if (work.kind() == Work.Kind.INTERPRET) {
        dispatcher.handOver(work);
      } else if (gates.closedUntil(work.party()).isPresent()) {
        held.computeIfAbsent(work.party(), party -> new ArrayList<>()).add(work.id());
      } else if (gates.passable(work.party())) {
        dispatcher.handOver(work);
      }
    }
    held.forEach(this::hold);
    alarms.sweep();
  }

  private void hold(String party, List<Long> deliveries) {
    gates.closedUntil(party).ifPresent(until -> ledger.holding().hold(party, deliveries, until));
  }
}
