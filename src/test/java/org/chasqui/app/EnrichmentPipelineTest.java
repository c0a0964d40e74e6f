package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.chasqui.app.gateway.Region;
import org.chasqui.message.Problem;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quota of an addressee is asked before a declaration goes, and the answer kept. */
class EnrichmentPipelineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM = "CP123456785CL";
  private static final String PROFILE = "administrations/uy.yaml";

  @TempDir Path folder;
  private Sandbox sandbox;
  private TestGateway gateway;

  @BeforeEach
  void prepare() throws Exception {
    var profile = Region.load().profiles().byId("uy").orElseThrow();
    sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Path.of("config")));
    gateway = new TestGateway(folder).only("uy", "cla", "pea").with(sandbox.environment());
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    sandbox.close();
  }

  private void declare(String identifiers) throws Exception {
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/json",
            RegionalMessages.declaration(ITEM, "UY", identifiers));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static String ci(String number) {
    return "{\"schemeCode\":\"CI\",\"value\":\"" + number + "\",\"issuingCountryCode\":\"UY\"}";
  }

  private void awaitDelivered() {
    await().atMost(PATIENCE).until(() -> sandbox.hub("uy").hasReceived(ITEM));
  }

  private List<JsonNode> answers() throws Exception {
    var item = JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
    return StreamSupport.stream(item.at("/assessments/0/rules").spliterator(), false)
        .filter(rule -> rule.has("service"))
        .toList();
  }

  private List<String> words() throws Exception {
    return answers().stream()
        .map(
            rule ->
                String.join(
                    " ",
                    rule.path("service").asText(),
                    rule.path("outcome").asText(),
                    rule.path("reason").asText(rule.path("compared").asText())))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "4.567.891-2, cupo-epi WITHIN 40.00 USD, encomiendas WITHIN 1 / 3",
    "45678910, cupo-epi ABOVE 40.00 USD, encomiendas ABOVE 4 / 3",
    "45678919, cupo-epi NOT_EVALUATED REFUSED_TO_ANSWER,"
        + " encomiendas NOT_EVALUATED REFUSED_TO_ANSWER",
    "45678918, cupo-epi NOT_EVALUATED NO_ANSWER, encomiendas NOT_EVALUATED NO_ANSWER",
  })
  void theAnswerIsKeptAndTheItemGoes(String number, String first, String second) throws Exception {
    gateway.start();
    declare(ci(number));
    awaitDelivered();

    assertThat(words()).containsExactly(first, second);
  }

  @Test
  void theAnswerStandsWithTheRuleOfTheDateThatAssessedTheItem() throws Exception {
    gateway.start();
    declare(ci("45678912"));
    awaitDelivered();

    for (var answer : answers()) {
      assertThat(answer.path("name").asText()).isEqualTo("franchise-year");
      assertThat(answer.at("/rule/validFrom").asText()).isEqualTo("2026-05-01");
      assertThat(answer.at("/rule/source").asText()).startsWith("Decreto 50/026");
      assertThat(answer.path("askedAt").asText()).isNotBlank();
    }
    var ledger = gateway.gateway().ledger();
    assertThat(ledger.timeline(ITEM).orElseThrow().events())
        .anySatisfy(event -> assertThat(event.type()).isEqualTo("enriched"));
    var faults = new ArrayList<Problem>();
    ledger.verify(faults::add);
    assertThat(faults).isEmpty();
  }

  @Test
  void anAddresseeWithoutAnIdIsNotAskedAbout() throws Exception {
    gateway.start();
    declare("{\"schemeCode\":\"PASSPORT\",\"value\":\"P1\",\"issuingCountryCode\":\"CL\"}");
    awaitDelivered();

    assertThat(words())
        .containsExactly("cupo-epi NOT_EVALUATED NO_PERSON", "encomiendas NOT_EVALUATED NO_PERSON");
  }

  @Test
  void anItemWaitsForAServiceThatIsDownWhereTheProfileSaysSoAndIsThenAskedAboutOnce()
      throws Exception {
    try (var lucia = new TinyHub(call -> new TinyHub.Reply(503, "text/plain", "closed"))) {
      gateway
          .with("CHASQUI_UY_CUPO", lucia.address() + "/cupo")
          .edit(PROFILE, "whenDown: send", "whenDown: wait")
          .edit(
              PROFILE,
              "batchItems: 100",
              "batchItems: 100\n  attempts: 1\n  breakerPause: PT0.05S");
      gateway.start();
      declare(ci("45678912"));
      await().atMost(PATIENCE).until(() -> lucia.calls().size() >= 4);
      assertThat(sandbox.hub("uy").hasReceived(ITEM)).isFalse();
      assertThat(gateway.gateway().ledger().partyState("uy", "breaker").orElse("CLOSED"))
          .isEqualTo("CLOSED");

      lucia.behave(
          call ->
              new TinyHub.Reply(200, "text/xml", "<a><Tienecupo>true</Tienecupo><Errores/></a>"));
      awaitDelivered();
      assertThat(words()).containsExactly("cupo-epi WITHIN 40.00 USD", "encomiendas WITHIN 1 / 3");
      wentAtTheFirstAttempt();
      assertThat(lucia.calls().getLast().body())
          .contains("<w:Documento>45678912</w:Documento>")
          .contains("<w:Montodolaresepi>40.00</w:Montodolaresepi>");
    }
  }

  private void wentAtTheFirstAttempt() {
    assertThat(gateway.gateway().ledger().timeline(ITEM).orElseThrow().deliveries())
        .filteredOn(delivery -> delivery.recipient().equals("uy"))
        .allSatisfy(delivery -> assertThat(delivery.attempts()).isEqualTo(1));
  }

  @Test
  void anItemWaitsNoLongerThanTheProfileSays() throws Exception {
    try (var lucia = new TinyHub(call -> new TinyHub.Reply(503, "text/plain", "closed"))) {
      gateway
          .with("CHASQUI_UY_CUPO", lucia.address() + "/cupo")
          .edit(PROFILE, "whenDown: send", "whenDown: wait\n    waitFor: PT0.3S")
          .edit(PROFILE, "batchItems: 100", "batchItems: 100\n  breakerPause: PT0.05S");
      gateway.start();
      declare(ci("45678912"));
      awaitDelivered();
      assertThat(words())
          .containsExactly("cupo-epi NOT_EVALUATED NO_ANSWER", "encomiendas WITHIN 1 / 3");
    }
  }

  @Test
  void aWordThatTheProfileLacksIsNoAnswer() throws Exception {
    var unknown = "<a><Tienecupo>quizás</Tienecupo><Errores/></a>";
    try (var lucia = new TinyHub(call -> new TinyHub.Reply(200, "text/xml", unknown))) {
      gateway.with("CHASQUI_UY_CUPO", lucia.address() + "/cupo").start();
      declare(ci("45678912"));
      awaitDelivered();
      assertThat(words().getFirst()).isEqualTo("cupo-epi NOT_EVALUATED NO_ANSWER");
    }
  }
}
