package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.RECEIVED;
import static org.chasqui.ledger.Scene.bytes;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chasqui.ledger.QualitySearch.By;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** Counts of quality: what every ledger does. */
abstract class LedgerQualityContract extends LedgerGatheringContract {
  private static final LocalDate DAY = LocalDate.parse("2026-11-03");

  private static QualityCount count(
      String operator, String to, LocalDate day, String measure, long met, long failed) {
    return new QualityCount(operator, "CL", to, day, measure, met, failed, 0, 0);
  }

  private void record(String key, QualityCount... counts) {
    record(key, List.of(), counts);
  }

  private void record(String key, List<LateQuality> late, QualityCount... counts) {
    long interchange = scene.accept("cla", key, "ITMATT " + key).interchangeId();
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    var message = scene.declaration(1, "RR" + key, 1);
    ledger.record(
        claim,
        new Interpretation(1, List.of(message), List.of(), List.of(), true, List.of(counts), late));
  }

  private List<QualityCount> sums(String operator, By... by) {
    Set<By> apart = EnumSet.noneOf(By.class);
    apart.addAll(List.of(by));
    return ledger.quality(new QualitySearch(operator, null, null, null, null, apart));
  }

  @Test
  void addsUpTheQualityOfWhatIsRecorded() {
    record("k1", count("cla", "AR", DAY, "accuracy", 3, 1), count("cla", "AR", DAY, "match", 1, 0));
    record("k2", new QualityCount("cla", "CL", "AR", DAY, "accuracy", 1, 0, 2, 90));

    assertThat(sums("cla", By.OPERATOR, By.LANE, By.DAY))
        .containsExactly(
            new QualityCount("cla", "CL", "AR", DAY, "accuracy", 4, 1, 2, 90),
            count("cla", "AR", DAY, "match", 1, 0));
  }

  @Test
  void tellsApartOnlyWhatIsAskedFor() {
    record(
        "k1",
        count("cla", "AR", DAY, "accuracy", 1, 0),
        count("cla", "BR", DAY, "accuracy", 2, 0),
        count("pea", "BR", DAY.plusDays(1), "accuracy", 4, 0));

    assertThat(sums(null))
        .containsExactly(new QualityCount(null, null, null, null, "accuracy", 7, 0, 0, 0));
    assertThat(sums(null, By.OPERATOR)).extracting(QualityCount::met).containsExactly(3L, 4L);
    assertThat(sums(null, By.LANE)).extracting(QualityCount::met).containsExactly(1L, 6L);
    assertThat(sums(null, By.DAY)).extracting(QualityCount::day).containsExactly(DAY, next());
    assertThat(sums("pea", By.OPERATOR)).extracting(QualityCount::operator).containsExactly("pea");
  }

  private static LocalDate next() {
    return DAY.plusDays(1);
  }

  @Test
  void findsQualityByLaneAndDays() {
    record(
        "k1",
        count("cla", "AR", DAY, "accuracy", 1, 0),
        count("cla", "BR", DAY, "accuracy", 2, 0),
        count("cla", "BR", next(), "accuracy", 4, 0));

    assertThat(ledger.quality(new QualitySearch("cla", "CL", "BR", DAY, DAY, EnumSet.of(By.LANE))))
        .containsExactly(new QualityCount(null, "CL", "BR", null, "accuracy", 2, 0, 0, 0));
    assertThat(ledger.quality(new QualitySearch(null, "PE", null, null, null, EnumSet.of(By.LANE))))
        .isEmpty();
  }

  @Test
  void countsNothingOfAPartThatIsNotRecorded() {
    long interchange = scene.accept("cla", "k1", "ITMATT").interchangeId();
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    var part =
        new Interpretation(
            1,
            List.of(scene.declaration(1, "RR1", 1)),
            List.of(),
            List.of(),
            false,
            List.of(count("cla", "AR", DAY, "accuracy", 1, 0)),
            List.of());
    ledger.record(claim, part);

    assertThatThrownBy(() -> ledger.record(claim, part)).isInstanceOf(LedgerException.class);

    assertThat(sums("cla")).extracting(QualityCount::met).containsExactly(1L);
  }

  @Test
  void takesALateMeasureOnceHoweverOftenItComes() {
    record("k1");
    var first = ledger.firstDeclarations(List.of("RRk1")).get("RRk1");
    var dispatch = List.of(count("cla", "AR", DAY, "timeliness.dispatch", 1, 0));
    var arrival = List.of(count("cla", "AR", DAY, "timeliness.arrival", 0, 1));

    record("k2", List.of(new LateQuality(first.messageId(), 1, dispatch)));
    record("k3", List.of(new LateQuality(first.messageId(), 1, dispatch)));
    record("k4", List.of(new LateQuality(first.messageId(), 2, arrival)));
    record("k5", List.of(new LateQuality(first.messageId(), 2, arrival)));

    assertThat(sums("cla"))
        .extracting(c -> c.measure() + " " + c.met() + " " + c.failed())
        .containsExactly("timeliness.arrival 0 1", "timeliness.dispatch 1 0");
  }

  @Test
  void takesALateMeasureOnceOfManyAtATime() throws Exception {
    record("k0");
    long id = ledger.firstDeclarations(List.of("RRk0")).get("RRk0").messageId();
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 1; i <= 20; i++) {
      var key = "k" + i;
      tasks.add(
          () -> {
            record(
                key,
                List.of(new LateQuality(id, 1, List.of(count("cla", "AR", DAY, "match", 1, 0)))));
            return true;
          });
    }
    together(tasks);

    assertThat(sums("cla")).extracting(QualityCount::met).containsExactly(1L);
  }

  @Test
  void givesTheFirstUsableDeclarationOfAnItem() throws IOException {
    scene.declare("k1", "br", 1, "RR1", "RR2");
    scene.declare("k2", "br", 2, "RR1");

    var first = ledger.firstDeclarations(List.of("RR1", "RR2", "RR9"));

    assertThat(first.keySet()).containsExactlyInAnyOrder("RR1", "RR2");
    assertThat(first.get("RR1").json()).isEqualTo(bytes("{\"subject\":\"RR1\",\"version\":1}"));
    assertThat(first.get("RR1").sender()).isEqualTo("cla");
    assertThat(first.get("RR1").receivedAt()).isEqualTo(RECEIVED);
    assertThat(ledger.firstDeclarations(List.of())).isEmpty();
  }

  @Test
  void givesTheTrackingEventsOfAnItemAndKnowsWhatWasRecorded() {
    long interchange = scene.accept("cla", "k1", "EMSEVT").interchangeId();
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    var event = scene.message(MessageKind.TRACKING_EVENT, 1, "RR1", 0);
    var advice = scene.message(MessageKind.DISPATCH_PREADVICE, 2, "CLSCLEARBUEBAUN60001", 0);
    ledger.record(claim, Scene.part(List.of(event, advice), List.of()));

    assertThat(ledger.trackingEvents(List.of("RR1", "RR2")).get("RR1"))
        .extracting(RecordedEvent::sender, RecordedEvent::json)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("cla", event.json()));
    assertThat(
            ledger.recorded(MessageKind.DISPATCH_PREADVICE, List.of("CLSCLEARBUEBAUN60001", "RR1")))
        .containsExactly("CLSCLEARBUEBAUN60001");
  }

  @Test
  void givesTheOrdersOfAnItemOldestFirst() {
    long interchange = scene.accept("mej", "k1", "orders").interchangeId();
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    var first = scene.message(MessageKind.MARKETPLACE_ORDER, 1, "RR1", 0);
    var second = scene.message(MessageKind.MARKETPLACE_ORDER, 2, "RR1", 0);
    var event = scene.message(MessageKind.TRACKING_EVENT, 3, "RR1", 0);
    ledger.record(claim, Scene.part(List.of(first, second, event), List.of()));

    assertThat(ledger.orders(List.of("RR1", "RR2")).keySet()).containsExactly("RR1");
    assertThat(ledger.orders(List.of("RR1")).get("RR1"))
        .extracting(RecordedMessage::json)
        .containsExactly(first.json(), second.json());
  }
}
