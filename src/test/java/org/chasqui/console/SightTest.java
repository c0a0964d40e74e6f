package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.Interpretation;
import org.chasqui.ledger.ItemLife;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LedgerConfiguration;
import org.chasqui.ledger.Ledgers;
import org.chasqui.ledger.Leg;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.NewMessage;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a party that sees its own alone is told of an id with two lives. */
class SightTest {
  private static final String ITEM = "RR1";

  @TempDir private Path folder;
  private Ledger ledger;
  private long formerDelivery;
  private long presentDelivery;

  /** Out by cla, back by bra, each decided; another life by clb, decided. */
  @BeforeEach
  void tell() throws IOException {
    ledger = Ledgers.open(LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "1"));
    formerDelivery = declare("cla", ITEM, Beginning.NONE, "br");
    decide("br", DecisionStatus.RETURN_TO_ORIGIN);
    declare("bra", ITEM, Beginning.RETURN, "cl");
    decide("cl", DecisionStatus.RELEASED);
    event("pea");
    presentDelivery = declare("clb", ITEM, Beginning.ANOTHER_LIFE, "br");
    decide("br", DecisionStatus.SEIZED);
    event("pea");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void whoHadToDoWithBothLivesSeesBoth() {
    var sight = new Sight(ledger, "br");

    assertThat(sight.timeline(ITEM, 1).orElseThrow().legs()).extracting(Leg::life).contains(1, 2);
    assertThat(sight.timeline(ITEM).orElseThrow().legs())
        .extracting(Leg::declaredBy, Leg::decided)
        .containsExactly(
            told("cla", DecisionStatus.RETURN_TO_ORIGIN),
            told("bra", null),
            told("clb", DecisionStatus.SEIZED));
  }

  @Test
  void ofALifeThatAPartyHadNothingToDoWithItIsNotTold() {
    assertThat(legs("clb", 0)).extracting(Leg::life).containsExactly(2);
    assertThat(legs("cla", 1)).extracting(Leg::life).containsExactly(1, 1);
    assertThat(new Sight(ledger, "cla").timeline(ITEM)).isEmpty();
    assertThat(new Sight(ledger, "uy").timeline(ITEM, 1)).isEmpty();
  }

  @Test
  void whoDeclaredOneWayIsToldWhoDeclaredTheOtherButNotWhatWasDecidedOnIt() {
    assertThat(legs("cla", 1))
        .extracting(Leg::declaredBy, Leg::decided)
        .containsExactly(told("cla", DecisionStatus.RETURN_TO_ORIGIN), told("bra", null));
  }

  @Test
  void whoSentNoMoreThanAnEventIsToldThatThereAreWaysAndNoMoreOfThem() {
    for (int life : List.of(0, 1, 2)) {
      assertThat(legs("pea", life))
          .hasSize(3)
          .allSatisfy(
              leg -> {
                assertThat(leg.declaredBy()).isNull();
                assertThat(leg.declaredAt()).isNull();
                assertThat(leg.conversation()).isNull();
                assertThat(leg.decided()).isNull();
              });
    }
    var story = new Sight(ledger, "pea").timeline(ITEM).orElseThrow();
    assertThat(new String(Json.answer(200, ItemLegs.views(story)).body(), StandardCharsets.UTF_8))
        .doesNotContain("SEIZED", "RELEASED", "clb", "declaredAt");
    assertThat(ItemLegs.render(Texts.of(Locale.of("es")), story).fragment())
        .contains("/items/RR1?life=1")
        .doesNotContain("clb", "bra", "<time");
  }

  @Test
  void anOperatorOfTheGatewaySeesEveryDecision() {
    assertThat(new Sight(ledger, null).timeline(ITEM).orElseThrow().legs())
        .extracting(Leg::decided)
        .doesNotContainNull();
  }

  @Test
  void aPostSeesItsDeliveriesOfAFormerLifeAndNotThoseOfAnother() {
    assertThat(new Sight(ledger, "cla").delivery(formerDelivery)).isPresent();
    assertThat(new Sight(ledger, "cla").delivery(presentDelivery)).isEmpty();
    assertThat(new Sight(ledger, "clb").delivery(presentDelivery)).isPresent();
    assertThat(new Sight(ledger, "clb").delivery(formerDelivery)).isEmpty();
  }

  @Test
  void itemsThatNameEachOtherAsTheirFormerSelvesAreBothShown() throws IOException {
    declare("cla", "RR2", Beginning.NONE, "br", "RR3");
    declare("cla", "RR3", Beginning.NONE, "br", "RR2");

    assertThat(new Sight(ledger, "cla").timeline("RR2").orElseThrow().successors())
        .containsExactly("RR3");
    assertThat(new Sight(ledger, "cla").timeline("RR3").orElseThrow().successors())
        .containsExactly("RR2");
  }

  private static Tuple told(String by, DecisionStatus decided) {
    return Tuple.tuple(by, decided);
  }

  private List<Leg> legs(String party, int life) {
    return new Sight(ledger, party).timeline(ITEM, life).orElseThrow().legs();
  }

  private long declare(
      String sender, String item, Beginning begins, String recipient, String... previous)
      throws IOException {
    var message = message(MessageKind.ITEM_DECLARATION, sender, item, begins, null);
    long id = ledger.newId();
    var delivery =
        new NewDelivery(
            id,
            recipient,
            "regional-json",
            "R" + id,
            "key-" + id,
            List.of(message.id()),
            null,
            null,
            null,
            null);
    record(message, List.of(delivery), previous);
    return id;
  }

  private void decide(String sender, DecisionStatus status) throws IOException {
    var decision = message(MessageKind.CUSTOMS_DECISION, sender, ITEM, Beginning.NONE, status);
    record(decision, List.of());
  }

  private void event(String sender) throws IOException {
    record(message(MessageKind.TRACKING_EVENT, sender, ITEM, Beginning.NONE, null), List.of());
  }

  private NewMessage message(
      MessageKind kind, String sender, String item, Beginning begins, DecisionStatus status) {
    long id = ledger.newId();
    boolean declared = kind == MessageKind.ITEM_DECLARATION;
    return new NewMessage(
        id,
        1,
        kind,
        item,
        "envelope-" + id,
        sender,
        declared ? "D-" + id : null,
        declared ? "conversation-" + id : null,
        kind == MessageKind.TRACKING_EVENT ? 0 : 1,
        "{}".getBytes(StandardCharsets.UTF_8),
        false,
        status,
        status != null,
        status == null ? null : sender,
        begins);
  }

  private void record(NewMessage message, List<NewDelivery> deliveries, String... mentioned)
      throws IOException {
    long id = accept(message.sender(), "k" + message.id());
    var mentions =
        List.of(mentioned).stream().map(item -> new ItemLife.Mention(item, message.id())).toList();
    ledger.record(
        ledger.claimInterchange(id, Duration.ofMinutes(1)).orElseThrow(),
        new Interpretation(
            1,
            List.of(message),
            List.of(),
            deliveries,
            true,
            List.of(),
            List.of(),
            Map.of(),
            new ItemLife(List.of(), mentions, List.of())));
  }

  private long accept(String sender, String key) throws IOException {
    var header =
        new NewInterchange(
            sender, "http", "regional-json", "application/json", key, key, false, 0, Instant.now());
    var document = RawDocument.of(key.getBytes(StandardCharsets.UTF_8));
    return ledger.accept(header, document).interchangeId();
  }
}
