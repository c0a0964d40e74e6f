package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dated rules and opening hours in a running gateway. */
class RulesPipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM = "CP123456785CL";
  private static final String SECOND = "RR473124829GB";
  private static final String PROFILE = "administrations/mx.yaml";
  private static final String CLOSED =
      "\ncalendar:\n  closed:\n    - {start: 2020-01-01T00:00, end: 2090-01-01T00:00, source: test}\n";

  @TempDir Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private TestGateway gateway;
  private TinyHub hub;

  @BeforeEach
  void prepare() throws Exception {
    hub =
        new TinyHub(
            call -> {
              calls.incrementAndGet();
              return TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}");
            });
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  private long declare(String reference, String... items) throws Exception {
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt(reference, "MX", List.of(items)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = Long.parseLong(JSON.readTree(answer.body()).path("id").asText());
    await()
        .atMost(PATIENCE)
        .until(
            () -> gateway.gateway().ledger().interchange(id).orElseThrow().state().code() >= 300);
    return id;
  }

  private JsonNode item(String id) throws Exception {
    var answer = gateway.get("cla", "/v1/items/" + id);
    return JSON.readTree(answer.body());
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode rule(String name) throws Exception {
    return list(item(ITEM).at("/assessments/0/rules")).stream()
        .filter(rule -> rule.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysLongAfterWhichRuleOfWhichDateAssessedAnItem() throws Exception {
    gateway.start();
    declare("R1", ITEM);

    var assessment = item(ITEM).at("/assessments/0");
    assertThat(assessment.path("administration").asText()).isEqualTo("mx");
    assertThat(assessment.path("received").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    var before = rule("simplified-limit");
    assertThat(before.at("/rule/amount").asText()).isEqualTo("1000");
    assertThat(before.at("/rule/source").asText()).startsWith("rule 3.7.2");
    assertThat(before.at("/rule/confidence").asText()).isEqualTo("DOCUMENTED");

    gateway.edit(PROFILE, "simplified-limit, amount: 1000", "simplified-limit, amount: 1");
    gateway.restart();

    assertThat(rule("simplified-limit")).isEqualTo(before);
    declare("R2", SECOND);
    assertThat(item(SECOND).at("/assessments/0/rules").toString()).contains("\"amount\":\"1\"");
  }

  @Test
  void aMissingFieldIsRefusedWhereTheRuleSaysSoAndItsNeighboursGoOn() throws Exception {
    gateway.append(
        PROFILE,
        "\nrequires:\n  - {name: no-postage, field: /postage, severity: error, origins: [CL],"
            + " legalSource: test, confidence: unknown}\n");
    gateway.start();
    declare("R1", ITEM);

    var problem =
        list(item(ITEM).path("problems")).stream()
            .filter(each -> each.path("code").asText().equals("EAD-2111"))
            .findFirst()
            .orElseThrow();
    assertThat(problem.path("severity").asText()).isEqualTo("ERROR");
    assertThat(problem.path("pointer").asText()).endsWith("/postage");
    assertThat(rule("no-postage").path("outcome").asText()).isEqualTo("MISSING");
  }

  @Test
  void whatComesInClosedHoursIsToldUntilWhenAndGoesWithItsFirstAttemptOnceOpen() throws Exception {
    gateway.with("CHASQUI_CALENDARS_KEEP", "true").append(PROFILE, CLOSED).start();
    long interchange = declare("R1", ITEM, SECOND);

    await().atMost(PATIENCE).until(() -> !item(ITEM).path("held").isEmpty());
    var held = item(ITEM).at("/held/0");
    assertThat(held.path("party").asText()).isEqualTo("mx");
    assertThat(held.path("until").asText()).isEqualTo("2090-01-01T06:00:00Z");
    assertThat(held.path("localUntil").asText()).isEqualTo("2090-01-01T00:00-06:00");
    var status = JSON.readTree(gateway.get("cla", "/v1/interchanges/" + interchange).body());
    assertThat(status.path("held")).isNotEmpty();
    var delivery = item(ITEM).at("/deliveries/0");
    assertThat(delivery.path("attempts").asInt()).isZero();
    assertThat(list(item(ITEM).path("events")))
        .filteredOn(event -> event.path("type").asText().equals("closed"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.at("/detail/until").asText()).isEqualTo("2090-01-01T06:00:00Z"));
    assertThat(calls).hasValue(0);

    gateway.edit(PROFILE, "end: 2090-01-01T00:00", "end: 2020-01-02T00:00");
    gateway.restart();

    await()
        .atMost(PATIENCE)
        .until(() -> item(ITEM).at("/deliveries/0/state").asText().equals("DELIVERED"));
    assertThat(item(ITEM).at("/deliveries/0/attempts").asInt()).isEqualTo(1);
    assertThat(item(ITEM).path("held")).isEmpty();
  }
}
