package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;
import static org.chasqui.ledger.Scene.part;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** Declarations that wait for the pre-advice of their item: what every ledger does. */
abstract class LedgerAwaitContract extends LedgerAlarmContract {
  static final String DISPATCH = "CLSCLABRSAODACN60042";
  static final String OTHER = "CLSCLABRSAODACN60043";
  private static final String BAG = DISPATCH + "001100105";
  static final Duration WAIT = Duration.ofDays(2);
  private static final Gathering SHARED = new Gathering("ORIGINAL/1", 100, Duration.ZERO);
  private int documents;

  /** Declares items, each of which waits; gives the deliveries. */
  final List<Long> declare(int version, String... items) {
    var until = clock.instant().plus(WAIT);
    var interchange = scene.accept("cla", "D" + documents, "D" + documents++).interchangeId();
    var messages = new ArrayList<NewMessage>();
    var deliveries = new ArrayList<NewDelivery>();
    for (int i = 0; i < items.length; i++) {
      messages.add(scene.declaration(i + 1, items[i], version));
      var plain = scene.delivery("br", null, List.of(messages.getLast()));
      deliveries.add(waiting(plain, version == 1 ? SHARED : null, until));
    }
    ledger.record(
        ledger.claimInterchange(interchange, LEASE).orElseThrow(), part(messages, deliveries));
    return deliveries.stream().map(NewDelivery::id).toList();
  }

  private static NewDelivery waiting(NewDelivery plain, Gathering gathering, Instant until) {
    return new NewDelivery(
        plain.id(),
        plain.recipient(),
        plain.codec(),
        plain.reference(),
        plain.idempotencyKey(),
        plain.messageIds(),
        plain.about(),
        null,
        null,
        gathering,
        until);
  }

  final void advise(String sender, String dispatch, String... items) {
    var key = "P" + documents++;
    var interchange = scene.accept(sender, key, key).interchangeId();
    var advice = advice(sender, dispatch);
    var carried = new ArrayList<DispatchItem>();
    for (var item : items) {
      carried.add(new DispatchItem(item, advice.id(), dispatch, BAG, sender));
    }
    ledger.record(
        ledger.claimInterchange(interchange, LEASE).orElseThrow(),
        new Interpretation(
            1,
            List.of(advice),
            List.of(),
            List.of(),
            true,
            List.of(),
            List.of(),
            Map.of(),
            new ItemLife(carried, List.of(), List.of())));
  }

  private NewMessage advice(String sender, String dispatch) {
    var plain = scene.message(MessageKind.DISPATCH_PREADVICE, 1, dispatch, 0);
    return new NewMessage(
        plain.id(),
        1,
        plain.kind(),
        dispatch,
        plain.envelopeId(),
        sender,
        null,
        plain.correlationId(),
        0,
        plain.json(),
        false,
        null,
        false,
        null,
        Beginning.NONE);
  }

  final List<Long> due() {
    return ledger.due(clock.instant(), LEASE, 100).stream().map(Work::id).toList();
  }

  private List<String> items(long delivery) {
    return scene.claim(delivery).lines().stream().map(DeliveryClaim.Line::businessKey).toList();
  }

  /** What the story of an item says of its waiting. */
  final List<String> told(String item) {
    return ledger.timeline(item).orElseThrow().events().stream()
        .filter(event -> event.type().matches("awaiting|preadvised|unadvised"))
        .map(event -> event.type() + " " + event.party() + " " + event.detail().get("lines"))
        .toList();
  }

  final void sound() {
    ledger.verify(fault -> assertThat(fault).isNull());
  }

  @Test
  void aDeclarationWaitsForItsPreAdviceUntilTheLimitAndThenGoesWithItsLike() {
    var waiting = declare(1, "RR1", "RR2", "RR3");

    clock.advance(WAIT.minusSeconds(1));
    assertThat(due()).isEmpty();
    assertThat(ledger.claim(waiting.getFirst(), LEASE)).isEmpty();
    clock.advance(Duration.ofSeconds(1));

    assertThat(due()).containsExactly(waiting.getFirst());
    assertThat(items(waiting.getFirst())).containsExactly("RR1", "RR2", "RR3");
    assertThat(told("RR2")).containsExactly("awaiting br 3", "unadvised br 3");
    sound();
  }

  @Test
  void whatAPreAdviceHoldsGoesAtOnceAndTheRestWaitsOn() {
    var waiting = declare(1, "RR1", "RR2", "RR3", "RR4");
    clock.advance(Duration.ofMinutes(20));
    assertThat(due()).isEmpty();

    advise("cla", DISPATCH, "RR2", "RR4", "RR9");
    advise("cla", OTHER, "RR3");

    assertThat(due()).containsExactly(waiting.get(1), waiting.get(2));
    assertThat(items(waiting.get(1))).containsExactly("RR2", "RR4");
    assertThat(items(waiting.get(2))).as("of another dispatch").containsExactly("RR3");
    assertThat(told("RR1")).containsExactly("awaiting br 4");
    var let =
        ledger.timeline(DISPATCH).orElseThrow().events().stream()
            .filter(event -> event.type().equals("preadvised"))
            .toList();
    assertThat(let)
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.detail()).isEqualTo(Map.of("dispatch", DISPATCH, "lines", "2")));
    clock.advance(WAIT);
    assertThat(due()).contains(waiting.getFirst());
    sound();
  }

  @Test
  void thePreAdviceOfAnotherPostLetsNothingGo() {
    declare(1, "RR1");

    advise("mxa", DISPATCH, "RR1");

    assertThat(due()).isEmpty();
  }

  @Test
  void aPreAdviceThatWasRecordedWhileTheDeclarationWasReadLetsItGo() {
    advise("cla", DISPATCH, "RR1");

    var waiting = declare(1, "RR1");

    assertThat(due()).isEqualTo(waiting);
    assertThat(told("RR1")).containsExactly("awaiting br 1", "preadvised br 1");
  }

  /** The flow knows better than the ledger what an older one, or one that was changed, is worth. */
  @Test
  void anOlderPreAdviceAndOneThatAnotherFollowedLetNothingGo() {
    advise("cla", DISPATCH, "RR1");
    clock.advance(Duration.ofMinutes(11));
    advise("cla", OTHER, "RR2");
    advise("cla", OTHER, "RR9");

    declare(1, "RR1", "RR2");
    clock.advance(Duration.ofMinutes(1));

    assertThat(due()).isEmpty();
  }

  /** Neither transaction sees the other on a store that two gateways write to at one time. */
  @Test
  void aPreAdviceOfAnotherGatewayAtTheSameMomentIsSeenALittleLater() throws Exception {
    advise("cla", DISPATCH);
    var waiting = declare(1, "RR1", "RR2");
    sql(
        "INSERT INTO dispatch_item (item, message_id, dispatch, receptacle, sender) SELECT 'RR1',"
            + " id, business_key, '', sender FROM message WHERE kind = 2");

    assertThat(due()).isEmpty();
    clock.advance(Duration.ofSeconds(10));

    assertThat(due()).containsExactly(waiting.getFirst());
    clock.advance(Duration.ofHours(1));
    assertThat(due()).doesNotContain(waiting.getLast());
  }

  @Test
  void aLaterVersionThatNeedNotWaitLetsTheEarlierGoFirst() {
    var original = declare(1, "RR1").getFirst();
    declare(1, "RR2");

    long cancellation = scene.declare("k9", "br", 2, "RR1");

    assertThat(due()).containsExactly(original);
    assertThat(ledger.claim(cancellation, LEASE)).isEmpty();
    scene.deliver(original);
    scene.deliver(cancellation);
    assertThat(told("RR1")).containsExactly("awaiting br 1", "unadvised br 1");
    sound();
  }

  @Test
  void anAmendmentThatWaitsGoesBehindTheOriginal() {
    var original = declare(1, "RR1").getFirst();
    var amendment = declare(2, "RR1").getFirst();

    advise("cla", DISPATCH, "RR1");

    assertThat(due()).containsExactly(original, amendment);
    assertThat(ledger.claim(amendment, LEASE)).isEmpty();
    scene.deliver(original);
    scene.deliver(amendment);
  }

  @Test
  void aRestartForgetsNeitherTheWaitingNorItsEnd() {
    var waiting = declare(1, "RR1", "RR2");
    ledger.close();
    open(configuration("one"));

    ledger.recover();
    assertThat(due()).isEmpty();
    advise("cla", DISPATCH, "RR1");
    ledger.close();
    open(configuration("one"));
    ledger.recover();

    assertThat(due()).containsExactly(waiting.getFirst());
    clock.advance(WAIT);
    assertThat(due()).contains(waiting.getLast());
  }

  @Test
  void tellsThePreAdvicesOfADispatchAndWhichOfThemNamesItems() {
    advise("cla", DISPATCH, "RR1");
    advise("cla", DISPATCH);
    advise("mxa", DISPATCH, "RR1");

    var book = ledger.itemBook();
    var all = book.preadvices(DISPATCH, "cla");
    assertThat(all).hasSize(2);
    assertThat(book.latest(DISPATCH, "cla")).isEqualTo(all.getFirst());
    assertThat(book.latest(OTHER, "cla")).isZero();
    assertThat(book.preadvices(OTHER, "cla")).isEmpty();
    assertThat(book.content(all.getFirst())).isPresent();
    assertThat(book.content(1)).isEmpty();
    assertThat(book.sender(all.getFirst())).contains("cla");
    assertThat(book.sender(1)).isEmpty();
  }

  @Test
  void aSenderSeesUntilWhenAndWhatForADeclarationWaits() {
    var until = Instant.ofEpochMilli(clock.instant().plus(WAIT).toEpochMilli());
    var delivery = declare(1, "RR1").getFirst();
    var line = ledger.delivery(delivery).orElseThrow().delivery().lines().getFirst();
    var messages = List.of(line.messageId());

    assertThat(ledger.holding().held(messages, clock.instant()))
        .containsExactly(new Held(delivery, "br", until, Held.For.PREADVICE));
    assertThat(scene.tally("br").waiting()).isEqualTo(1);
    assertThat(ledger.holding().awaiting()).isEqualTo(1);

    advise("cla", DISPATCH, "RR1");

    assertThat(ledger.holding().held(messages, clock.instant())).isEmpty();
    assertThat(ledger.holding().awaiting()).isZero();
    var claim = scene.claim(delivery);
    assertThat(claim.attempt()).as("waiting is no attempt").isEqualTo(1);
    ledger.finish(claim, outcome(DeliveryState.DELIVERED));
    assertThat(scene.tally("br").waiting()).isZero();
  }
}
