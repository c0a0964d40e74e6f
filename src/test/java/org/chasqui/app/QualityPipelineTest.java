package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chasqui.ledger.QualityCount;
import org.chasqui.ledger.QualitySearch;
import org.chasqui.ledger.QualitySearch.By;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quality of what posts send, counted by a running gateway. */
class QualityPipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM = "CP123456785CL";
  private static final String SECOND = "RR473124829GB";
  private static final String LONG_AGO = "2020-01-01T00:00:00Z";
  private static final String LATER = "2090-01-01T00:00:00Z";

  @TempDir Path folder;
  private TestGateway gateway;
  private TinyHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub).start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  private void declare(String reference, String... items) throws Exception {
    send("cla", "application/edifact", Edi.itmatt(reference, "MX", List.of(items)));
  }

  private void send(String party, String type, byte[] document) throws Exception {
    var path = type.contains("edifact") ? "/v1/interchanges" : "/v1/messages";
    var answer = gateway.post(party, path, type, document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = Long.parseLong(JSON.readTree(answer.body()).path("id").asText());
    await()
        .atMost(PATIENCE)
        .until(
            () -> gateway.gateway().ledger().interchange(id).orElseThrow().state().code() >= 300);
  }

  private void tell(String party, String example, Consumer<ObjectNode> change) throws Exception {
    var text = Files.readString(Path.of("config/schema/examples", example + ".json"));
    var message = (ObjectNode) JSON.readTree(text);
    message.put("id", UUID.randomUUID().toString());
    message.put(
        "source",
        gateway.gateway().profiles().byId(party).orElseThrow().identity().address().urn());
    change.accept(message);
    send(
        party,
        "application/cloudevents+json",
        JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
  }

  private void event(String party, String type, String item, String at) throws Exception {
    tell(
        party,
        "tracking-event",
        message -> {
          message.put("subject", item);
          var data = (ObjectNode) message.get("data");
          data.put("eventId", UUID.randomUUID().toString());
          data.put("eventType", type).put("occurredAt", at);
          ((ObjectNode) data.at("/scope/items/0")).put("itemId", item);
        });
  }

  private void dispatch(String closedAt, String... items) throws Exception {
    tell(
        "cla",
        "dispatch-preadvice",
        message -> {
          var data = (ObjectNode) message.get("data");
          data.put("closedAt", closedAt);
          var receptacle = (ObjectNode) data.at("/receptacles/0");
          receptacle.put("itemCount", items.length);
          var list = receptacle.putArray("items");
          for (var item : items) {
            list.addObject().put("itemId", item);
          }
        });
  }

  /** Met, failed and unknown of each measure. */
  private Map<String, String> figures() {
    return gateway
        .gateway()
        .ledger()
        .quality(new QualitySearch("cla", null, null, null, null, EnumSet.noneOf(By.class)))
        .stream()
        .collect(
            Collectors.toMap(
                QualityCount::measure, c -> c.met() + " " + c.failed() + " " + c.unknown()));
  }

  @Test
  void countsWhatAPostDeclares() throws Exception {
    declare("R1", ITEM, SECOND);

    assertThat(figures())
        .containsEntry("completeness", "0 2 0")
        .containsEntry("addressee.contact", "0 2 0")
        .containsEntry("addressee.name", "2 0 0")
        .containsEntry("accuracy", "2 0 0")
        .containsEntry("value.sum", "2 0 0")
        .containsEntry("timeliness.dispatch", "0 0 2")
        .doesNotContainKey("match");
  }

  @Test
  void countsAnItemOnceHoweverOftenItIsDeclared() throws Exception {
    declare("R1", ITEM);
    declare("R2", ITEM);

    assertThat(figures()).containsEntry("accuracy", "1 0 0");
  }

  @Test
  void countsWhatWasRefusedButNotItsTimes() throws Exception {
    var wrong =
        new String(Edi.itmatt("R1", "MX", List.of(ITEM)), StandardCharsets.ISO_8859_1)
            .replace("CP123456785CL", "CP123456789CL");
    send("cla", "application/edifact", wrong.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(figures())
        .containsEntry("accuracy", "1 0 0")
        .doesNotContainKey("timeliness.dispatch");
  }

  @Test
  void measuresTheMarginsThatEventsTell() throws Exception {
    declare("R1", ITEM, SECOND);
    event("cla", "DEPARTED_OUTWARD_OE", ITEM, LATER);
    event("cla", "ARRIVED_INWARD_OE", ITEM, LONG_AGO);
    event("cla", "DELIVERED", SECOND, LATER);

    assertThat(figures())
        .containsEntry("timeliness.dispatch", "1 0 1")
        .containsEntry("timeliness.arrival", "0 1 1");
  }

  @Test
  void hearsOfTheArrivalFromTheCountryOfDestination() throws Exception {
    declare("R1", ITEM);
    event("mx", "DEPARTED_OUTWARD_OE", ITEM, LONG_AGO);
    event("mx", "ARRIVED_INWARD_OE", ITEM, LATER);

    assertThat(figures())
        .containsEntry("timeliness.dispatch", "0 0 1")
        .containsEntry("timeliness.arrival", "1 0 0");
  }

  @Test
  void takesNoPlanForAnEvent() throws Exception {
    declare("R1", ITEM);
    tell(
        "cla",
        "tracking-event",
        message -> {
          var data = (ObjectNode) message.get("data");
          data.put("eventType", "ARRIVED_INWARD_OE").put("timeType", "PLANNED");
        });

    assertThat(figures()).containsEntry("timeliness.arrival", "0 0 1");
  }

  @Test
  void namesNoDestinationThatTakesNoPart() throws Exception {
    send("cla", "application/edifact", Edi.itmatt("R1", "SE", List.of(ITEM)));
    send("cla", "application/edifact", Edi.itmatt("R2", "QQ", List.of(SECOND)));

    var lanes =
        gateway
            .gateway()
            .ledger()
            .quality(new QualitySearch("cla", null, null, null, null, EnumSet.of(By.LANE)));
    assertThat(lanes).isNotEmpty().allMatch(count -> count.destination().isEmpty());
    assertThat(lanes).extracting(QualityCount::origin).containsOnly("CL");
  }

  @Test
  void takesAMarginOnce() throws Exception {
    declare("R1", ITEM);
    event("cla", "DEPARTED_OUTWARD_OE", ITEM, LATER);
    event("cla", "DEPARTED", ITEM, LONG_AGO);

    assertThat(figures()).containsEntry("timeliness.dispatch", "1 0 0");
  }

  @Test
  void measuresDataThatComesAfterTheEvent() throws Exception {
    event("cla", "DEPARTED_OUTWARD_OE", ITEM, LONG_AGO);
    declare("R1", ITEM);

    assertThat(figures()).containsEntry("timeliness.dispatch", "0 1 0");
  }

  @Test
  void letsNobodyElseChangeThePostsFigures() throws Exception {
    declare("R1", ITEM);
    event("pea", "DEPARTED_OUTWARD_OE", ITEM, LONG_AGO);
    event("pea", "ARRIVED_INWARD_OE", ITEM, LONG_AGO);

    assertThat(figures())
        .containsEntry("timeliness.dispatch", "0 0 1")
        .containsEntry("timeliness.arrival", "0 0 1");
  }

  @Test
  void matchesTheItemsOfADispatchWithTheDeclarations() throws Exception {
    declare("R1", ITEM);
    dispatch(LATER, ITEM, SECOND);
    dispatch(LATER, ITEM, SECOND);

    assertThat(figures())
        .containsEntry("match", "1 1 0")
        .containsEntry("timeliness.dispatch", "1 0 0");
  }
}
