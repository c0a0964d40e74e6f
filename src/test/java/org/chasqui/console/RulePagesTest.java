package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.profile.AdministrationTable;
import org.chasqui.profile.Confidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What API and pages tell of the rules that assessed an item, and of closed hours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulePagesTest {
  /** Three in the morning in Montevideo. */
  private static final Instant UNTIL = Instant.parse("2090-01-01T06:00:00Z");

  private Scene scene;
  private OpenApi described;
  private List<String> held;

  @BeforeAll
  void tell(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
    held = scene.story.hold(UNTIL);
    described = new OpenApi(Json.read(scene.get(null, "/openapi.json").body()).orElseThrow());
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private JsonNode get(String token, String address) {
    var answer = scene.get(token, address);
    assertThat(described.faults("GET", address, answer)).as(address).isEmpty();
    return Json.read(answer.body()).orElseThrow();
  }

  private String page(String address, String language) {
    return new String(scene.page(scene.operator, address, language).body(), StandardCharsets.UTF_8);
  }

  @Test
  void theStoryOfAnItemSaysWhichRulesOfWhichDateAssessedIt() {
    var assessments = get(scene.operator, "/v1/items/" + held.getFirst()).path("assessments");

    assertThat(assessments).hasSize(1);
    assertThat(assessments.at("/0/administration").asText()).isEqualTo("uy");
    assertThat(assessments.at("/0/rules")).isNotEmpty();
    assertThat(assessments.at("/0/rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/rule/source").asText()).isNotEmpty();
              assertThat(rule.at("/rule/confidence").asText()).isNotEmpty();
              assertThat(rule.has("reason"))
                  .isEqualTo(rule.path("outcome").asText().equals("NOT_EVALUATED"));
              assertThat(rule.has("note")).isEqualTo(rule.has("reason"));
            });
    assertThat(assessments.at("/0/rules").findValuesAsText("name"))
        .contains("simplified-limit", "franchise-year");
  }

  @Test
  void aPartySeesTheRulesOfWhatItMaySeeOnly() {
    assertThat(get(scene.post, "/v1/items/" + held.getFirst()).path("assessments")).hasSize(1);
    assertThat(scene.get(scene.brazil, "/v1/items/" + held.getFirst()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "en,Rules that assessed this item,Not evaluated",
    "es,Reglas que evaluaron este envío,No evaluada",
    "pt,Regras que avaliaram este objeto,Não avaliada",
    "fr,Règles qui ont évalué cet envoi,Non évaluée"
  })
  void thePageOfAnItemShowsThemInFourLanguages(String language, String title, String outcome) {
    assertThat(page("/items/" + held.getFirst(), language))
        .contains(title)
        .contains(outcome)
        .contains("simplified-limit")
        .contains("Decreto 50/026");
  }

  @Test
  void sendersSeeUntilWhenTheirItemsWait() {
    for (var address :
        List.of(
            "/v1/items/" + held.getFirst(),
            "/v1/interchanges/" + scene.story.held,
            "/v1/deliveries/" + scene.story.heldDelivery)) {
      var waiting = get(scene.post, address).path("held");
      assertThat(waiting).as(address).hasSize(1);
      assertThat(waiting.at("/0/party").asText()).isEqualTo("uy");
      assertThat(waiting.at("/0/until").asText()).isEqualTo("2090-01-01T06:00:00Z");
      assertThat(waiting.at("/0/localUntil").asText()).isEqualTo("2090-01-01T03:00-03:00");
    }
    assertThat(get(scene.post, "/v1/interchanges/" + scene.story.declared).path("held")).isEmpty();
  }

  @Test
  void pagesSayUntilWhenInTheTimeOfTheParty() {
    var notice = "UY is closed until 2090-01-01 03:00 (America/Montevideo)";
    assertThat(page("/items/" + held.getFirst(), "en"))
        .contains(notice)
        .contains("Closed until 2090-01-01 03:00 (America/Montevideo): held for");
    assertThat(page("/interchanges/" + scene.story.held, "en")).contains(notice);
    assertThat(page("/deliveries/" + scene.story.heldDelivery, "en")).contains(notice);
    assertThat(page("/items/" + scene.story.decided.getFirst(), "en"))
        .doesNotContain("closed until");
  }

  @Test
  void theTableOfAdministrationsMarksEveryCellThatIsNotDocumented() {
    var page = page("/administrations", "en");
    var rows = page.split("data-party=");
    assertThat(rows).hasSize(23);
    for (var profile : scene.story.profiles.administrations()) {
      var row =
          List.of(rows).stream()
              .filter(text -> text.startsWith("\"" + profile.id() + "\""))
              .findFirst()
              .orElseThrow();
      long marked =
          AdministrationTable.cells(profile).stream()
              .flatMap(List::stream)
              .filter(
                  said -> said.confidence() != null && said.confidence() != Confidence.DOCUMENTED)
              .count();
      // the column of confidence is a mark of its own
      long shown = Pattern.compile("class=\"badge").matcher(row).results().count() - 1;
      assertThat(shown).as(profile.id()).isEqualTo(marked);
      assertThat(row).contains(profile.changed().toString());
    }
  }
}
