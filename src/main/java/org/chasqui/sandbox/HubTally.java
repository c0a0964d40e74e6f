package org.chasqui.sandbox;

import java.util.concurrent.atomic.LongAdder;

/** The running counts behind {@link HubCounters}. */
final class HubTally {
  final LongAdder calls = new LongAdder();
  final LongAdder submissions = new LongAdder();
  final LongAdder keys = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder otherKeys = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder failures = new LongAdder();
  final LongAdder decisionsSent = new LongAdder();
  final LongAdder pushesRefused = new LongAdder();

  HubCounters counters(int items, int pushesPending) {
    return new HubCounters(
        calls.sum(),
        submissions.sum(),
        items,
        keys.sum(),
        duplicates.sum(),
        otherKeys.sum(),
        refused.sum(),
        failures.sum(),
        decisionsSent.sum(),
        pushesPending,
        pushesRefused.sum());
  }
}
