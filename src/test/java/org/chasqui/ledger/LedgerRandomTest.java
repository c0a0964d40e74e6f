package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chasqui.message.DecisionStatus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories: after each, the counts agree with the lines, no version overtook an earlier
 * one, and all that is not parked can be brought to its end.
 */
class LedgerRandomTest {
  private static final DeliveryState[] ENDS = {
    DeliveryState.DELIVERED,
    DeliveryState.DELIVERED,
    DeliveryState.READY,
    DeliveryState.SUBMITTED,
    DeliveryState.PARKED
  };
  private static final LineState[] LINE_ENDS = {
    LineState.WAITING, LineState.DELIVERED, LineState.PARKED, LineState.REFUSED
  };

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<String, Integer> decisions = new HashMap<>();
  private final Map<String, Integer> shown = new HashMap<>();
  private final List<Long> deliveries = new ArrayList<>();
  private final List<Long> offers = new ArrayList<>();
  private final List<DeliveryClaim> claims = new ArrayList<>();
  private Random random;
  private Ledger ledger;
  private Scene scene;
  private int step;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void countsAgreeWithLinesAfterAnyHistory(long seed) {
    random = new Random(seed);
    reopen();
    for (step = 0; step < 250; step++) {
      act(random.nextInt(12));
    }
    agree();
    drain();
    agree();
    assertThat(scene.tally("br").waiting()).isZero();
    assertThat(ledger.verify(fault -> assertThat(fault).isNull())).isPositive();
    ledger.close();
  }

  private void reopen() {
    ledger = Ledgers.open(LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "one").at(clock));
    scene = new Scene(ledger);
  }

  private void act(int what) {
    clock.advance(Duration.ofMillis(random.nextInt(3000)));
    switch (what) {
      case 0, 1 -> declare();
      case 2 -> decide();
      case 3, 4, 5 -> pick(deliveries).ifPresent(this::claim);
      case 6, 7, 8 -> finishOne();
      case 9 -> pick(deliveries).ifPresent(id -> ledger.replay(id, "op"));
      case 10 -> offerOrAcknowledge();
      default -> restart();
    }
  }

  private Optional<Long> pick(List<Long> ids) {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }

  private void declare() {
    var items = new String[1 + random.nextInt(3)];
    int first = random.nextInt(12);
    int version = 1;
    for (int i = 0; i < items.length; i++) {
      items[i] = "RR" + (first + i);
      version = Math.max(version, versions.getOrDefault(items[i], 0) + 1);
    }
    for (var item : items) {
      versions.put(item, version);
    }
    deliveries.add(scene.declare("k" + step, "br", version, items));
  }

  private void decide() {
    var item = "RR" + random.nextInt(12);
    int version = decisions.merge(item, 1, Integer::sum);
    var status = random.nextBoolean() ? DecisionStatus.REGISTERED : DecisionStatus.RELEASED;
    offers.add(scene.decide("d" + step, version, status, item));
  }

  private void claim(long id) {
    ledger.claim(id, LEASE).ifPresent(claims::add);
  }

  private void finishOne() {
    if (claims.isEmpty()) {
      return;
    }
    var claim = claims.remove(random.nextInt(claims.size()));
    var lines = new ArrayList<LineOutcome>();
    for (var line : claim.lines()) {
      if (random.nextInt(4) == 0) {
        var end = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        lines.add(new LineOutcome(line.messageId(), end, "N" + step, List.of(Scene.loss())));
      }
    }
    var due = clock.instant().plusSeconds(random.nextInt(5));
    var outcome =
        new DeliveryOutcome(
            ENDS[random.nextInt(ENDS.length)], due, "P", "r", null, null, null, lines);
    try {
      ledger.finish(claim, outcome);
    } catch (LedgerException lost) {
      assertThat(lost).hasMessageContaining("was lost");
      return;
    }
    ordered(claim);
  }

  /** Once a version is with the party, no earlier one is given to it any more. */
  private void ordered(DeliveryClaim claim) {
    for (var line : ledger.delivery(claim.id()).orElseThrow().delivery().lines()) {
      boolean carried = claim.lines().stream().anyMatch(l -> l.messageId() == line.messageId());
      if (carried && line.state() == LineState.DELIVERED) {
        int before = shown.getOrDefault(line.businessKey(), 0);
        assertThat(line.version()).isGreaterThanOrEqualTo(before);
        shown.put(line.businessKey(), line.version());
      }
    }
  }

  private void offerOrAcknowledge() {
    pick(offers)
        .flatMap(id -> ledger.claim(id, LEASE))
        .ifPresent(claim -> ledger.finish(claim, outcome(DeliveryState.OFFERED)));
    if (random.nextBoolean()) {
      ledger.acknowledge(
          "cla", ledger.outbox("cla", 5).stream().map(OutboxEntry::deliveryId).toList());
    }
  }

  private void restart() {
    if (random.nextInt(4) == 0) {
      ledger.close();
      reopen();
      ledger.recover();
    }
  }

  private void agree() {
    var counted = new EnumMap<LineState, Long>(LineState.class);
    long lines = 0;
    for (var id : deliveries) {
      for (var line : ledger.delivery(id).orElseThrow().delivery().lines()) {
        counted.merge(line.state(), 1L, Long::sum);
        lines++;
      }
    }
    var tally = scene.tally("br");
    assertThat(tally.accepted()).isEqualTo(lines);
    assertThat(tally.parked()).isEqualTo(counted.getOrDefault(LineState.PARKED, 0L));
    assertThat(tally.delivered() + tally.waiting())
        .isEqualTo(
            counted.getOrDefault(LineState.WAITING, 0L)
                + counted.getOrDefault(LineState.DELIVERED, 0L)
                + counted.getOrDefault(LineState.DECIDED, 0L));
    assertThat(tally.told()).isLessThanOrEqualTo(tally.decided());
    assertThat(tally.decided()).isLessThanOrEqualTo(tally.accepted());
  }

  private void drain() {
    claims.clear();
    for (int round = 0; round < 200; round++) {
      clock.advance(Duration.ofMinutes(2));
      var due = ledger.due(clock.instant(), Duration.ofMillis(1), 500);
      for (var work : due) {
        ledger
            .claim(work.id(), LEASE)
            .ifPresent(claim -> ledger.finish(claim, outcome(DeliveryState.DELIVERED)));
      }
      if (due.stream().noneMatch(work -> work.kind() != Work.Kind.INTERPRET)) {
        return;
      }
    }
  }
}
