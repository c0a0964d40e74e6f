package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;
import static org.chasqui.ledger.Scene.part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chasqui.ledger.Acceptance.Result;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;

/** Many callers at once, and callers that fail: what every ledger does. */
abstract class LedgerLoadContract extends LedgerLivesContract {

  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      var results = new ArrayList<T>();
      for (var done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }

  @Test
  void acceptsTheSameDocumentOnceHoweverManySendIt() throws Exception {
    var tasks = new ArrayList<Callable<Acceptance>>();
    for (int i = 0; i < 80; i++) {
      var key = "k" + i % 4;
      tasks.add(() -> scene.accept("cla", key, "A"));
    }

    var acceptances = together(tasks);

    assertThat(acceptances).filteredOn(a -> a.result() == Result.ACCEPTED).hasSize(4);
    assertThat(acceptances).filteredOn(a -> a.result() == Result.DUPLICATE).hasSize(76);
  }

  @Test
  void onlyTheFailingUnitOfAGroupFails() throws Exception {
    var claims = new ArrayList<InterpretationClaim>();
    for (int i = 0; i < 40; i++) {
      long id = scene.accept("cla", "k" + i, "A").interchangeId();
      claims.add(ledger.claimInterchange(id, LEASE).orElseThrow());
    }
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < claims.size(); i++) {
      var claim = claims.get(i);
      var lost = new InterpretationClaim(claim.interchange(), claim.position(), 1);
      var used = i % 3 == 0 ? lost : claim;
      var item = "RR" + i;
      tasks.add(() -> recorded(used, item));
    }

    var recorded = together(tasks);

    assertThat(recorded).filteredOn(done -> done).hasSize(26);
    assertThat(scene.tally("cla").accepted()).isEqualTo(26);
    assertThat(ledger.search(Scene.search()).rows()).hasSize(26);
    assertThat(ledger.verify(LedgerLoadContract::fail)).isEqualTo(40 + 26);
  }

  private static void fail(Problem problem) {
    throw new AssertionError(problem.toString());
  }

  private boolean recorded(InterpretationClaim claim, String item) {
    try {
      ledger.record(claim, part(List.of(scene.declaration(1, item, 1)), List.of()));
      return true;
    } catch (LedgerException e) {
      return false;
    }
  }

  @Test
  void countsTheSameUnderLoad() throws Exception {
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 60; i++) {
      var name = "RR" + i;
      var party = i % 2 == 0 ? "br" : "ar";
      tasks.add(
          () -> {
            scene.deliver(scene.declare(name, party, 1, name + "a", name + "b"));
            if (party.equals("br")) {
              long told = scene.decide("d" + name, 1, DecisionStatus.RELEASED, name + "a");
              ledger.finish(scene.claim(told), outcome(DeliveryState.OFFERED));
              return ledger.acknowledge("cla", List.of(told)) == 1;
            }
            return true;
          });
    }

    assertThat(together(tasks)).containsOnly(true);

    var br = scene.tally("br");
    assertThat(List.of(br.accepted(), br.delivered(), br.decided(), br.told(), br.waiting()))
        .containsExactly(60L, 60L, 30L, 30L, 0L);
    assertThat(scene.tally("cla").told()).isEqualTo(30);
    ledger.verify(LedgerLoadContract::fail);
  }

  @Test
  void givesEachWorkToOneOfManyWorkers() throws Exception {
    var deliveries = new ArrayList<Long>();
    for (int i = 0; i < 20; i++) {
      deliveries.add(scene.declare("k" + i, "br", 1, "RR" + i));
    }
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 100; i++) {
      long delivery = deliveries.get(i % 20);
      tasks.add(() -> ledger.claim(delivery, LEASE).isPresent());
    }

    assertThat(together(tasks)).filteredOn(claimed -> claimed).hasSize(20);
  }

  @Test
  void givesIdsThatNobodyElseHas() throws Exception {
    var tasks = new ArrayList<Callable<List<Long>>>();
    for (int i = 0; i < 8; i++) {
      tasks.add(
          () -> {
            var ids = new ArrayList<Long>();
            for (int n = 0; n < 2000; n++) {
              ids.add(ledger.newId());
            }
            return ids;
          });
    }
    var all = new HashSet<Long>();
    together(tasks).forEach(all::addAll);
    assertThat(all).hasSize(16_000);
  }

  @Test
  void aPushedDecisionConfirmsASubmissionThatNobodyPolls() {
    long delivery = scene.declare("k1", "br", 1, "RR1", "RR2");
    ledger.finish(scene.claim(delivery), Scene.later(DeliveryState.SUBMITTED, null, "P7", null));

    scene.decide("d1", 1, DecisionStatus.RELEASED, "RR1");
    assertThat(scene.tally("br").delivered()).isEqualTo(1);
    assertThat(stateOf(delivery)).isEqualTo(DeliveryState.SUBMITTED);
    scene.decide("d2", 1, DecisionStatus.RELEASED, "RR2");

    assertThat(stateOf(delivery)).isEqualTo(DeliveryState.DELIVERED);
    var br = scene.tally("br");
    assertThat(List.of(br.delivered(), br.decided(), br.waiting())).containsExactly(2L, 2L, 0L);
  }

  private DeliveryState stateOf(long delivery) {
    return ledger.delivery(delivery).orElseThrow().delivery().state();
  }

  @Test
  void refusesToWorkOnceClosed() {
    ledger.close();

    assertThatThrownBy(() -> scene.accept("cla", "k1", "A")).isInstanceOf(LedgerException.class);
  }
}
