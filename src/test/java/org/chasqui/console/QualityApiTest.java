package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityApiTest {
  private Scene scene;

  @BeforeAll
  void tell(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private JsonNode quality(String token, String query) {
    var answer = scene.get(token, "/v1/quality" + query);
    assertThat(answer.status()).isEqualTo(200);
    return Json.read(answer.body()).orElseThrow();
  }

  private static JsonNode figure(JsonNode row, String measure) {
    for (var figure : row.path("figures")) {
      if (figure.path("measure").asText().equals(measure)) {
        return figure;
      }
    }
    throw new AssertionError("no figure of " + measure);
  }

  @Test
  void tellsTheFiguresOfEachLane() {
    var rows = quality(scene.operator, "").path("rows");

    assertThat(rows).hasSize(2);
    assertThat(rows.findValuesAsText("destination")).containsExactly("BR", "JM");
    assertThat(rows.get(0).path("operator").asText()).isEqualTo("cla");
    assertThat(rows.get(0).path("declarations").asInt()).isPositive();
    assertThat(figure(rows.get(0), "addressee.name").path("percent").asText()).isEqualTo("100.0");
  }

  @Test
  void tellsTheMeanMarginAndWhatIsNotKnown() {
    var arrival =
        figure(
            quality(scene.operator, "?destination=br").path("rows").get(0), "timeliness.arrival");

    assertThat(arrival.path("met").asInt()).isEqualTo(1);
    assertThat(arrival.path("unknown").asInt()).isPositive();
    assertThat(arrival.path("percent").asText()).isEqualTo("100.0");
    assertThat(arrival.path("meanMarginHours").asText()).isEqualTo("2.5");
  }

  @Test
  void tellsApartWhatIsAskedFor() {
    var day = quality(scene.operator, "?by=day").path("rows").get(0);

    assertThat(day.has("operator")).isFalse();
    assertThat(day.has("origin")).isFalse();
    assertThat(day.path("day").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  @ParameterizedTest
  @CsvSource({"en,Ask the sender", "es,Pida al remitente", "pt,Peça ao", "fr,Demandez à"})
  void namesTheFailingFieldsWithAHintInTheLanguageOfTheCaller(String language, String hint) {
    var answer = scene.get(scene.operator, "/v1/quality", "Accept-Language", language);
    var failing = Json.read(answer.body()).orElseThrow().path("failing");

    assertThat(failing.findValuesAsText("measure")).contains("addressee.contact");
    assertThat(failing.findValuesAsText("hint")).anyMatch(text -> text.startsWith(hint));
    assertThat(failing.findValuesAsText("failed").stream().map(Integer::valueOf).toList())
        .isSortedAccordingTo((one, other) -> other - one);
  }

  @Test
  void showsAPostItsOwnFiguresOnly() {
    assertThat(quality(scene.post, "").path("rows")).hasSize(2);
    assertThat(quality(scene.post, "?operator=cla").path("rows")).hasSize(2);
    assertThat(quality(scene.stranger, "").path("rows")).isEmpty();
    assertThat(quality(scene.stranger, "").path("failing")).isEmpty();
    assertThat(quality(scene.brazil, "?destination=BR").path("rows")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/quality", "/v1/quality/csv", "/quality", "/quality/report", "/quality/csv"})
  void refusesThePostWhoAsksForAnother(String path) {
    var address = path + "?operator=cla";
    var answer =
        path.startsWith("/v1")
            ? scene.get(scene.stranger, address)
            : scene.page(scene.stranger, address, "en");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("addressee");
  }

  @Test
  void refusesWhoMayNotRead() {
    assertThat(scene.get(scene.sender, "/v1/quality").status()).isEqualTo(403);
    assertThat(scene.get(null, "/v1/quality/csv").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=yesterday",
        "to=2026-02-30",
        "from=2026-05-02&to=2026-05-01",
        "from=2024-01-01&to=2026-01-01",
        "month=2026-13",
        "origin=Chile",
        "by=operator,colour"
      })
  void refusesWhatItCannotRead(String query) {
    assertThat(scene.get(scene.operator, "/v1/quality?" + query).status()).isEqualTo(400);
    assertThat(scene.get(scene.operator, "/v1/quality/csv?" + query).status()).isEqualTo(400);
  }

  @Test
  void findsNothingOnOtherDays() {
    assertThat(quality(scene.operator, "?month=2020-02").path("rows")).isEmpty();
    assertThat(quality(scene.operator, "?month=2020-02").path("to").asText())
        .isEqualTo("2020-02-29");
  }

  @Test
  void writesTheFiguresAsCsv() {
    var answer = scene.get(scene.post, "/v1/quality/csv?destination=BR");
    var lines = new String(answer.body(), StandardCharsets.UTF_8).split("\r\n");

    assertThat(answer.headers().get("Content-Type")).startsWith("text/csv");
    assertThat(answer.headers().get("Content-Disposition")).contains("quality-20");
    assertThat(lines[0]).startsWith("operator,origin,destination,day,dimension,measure,pointer");
    assertThat(List.of(lines))
        .anyMatch(
            line -> line.matches("cla,CL,BR,,timeliness,timeliness.arrival,,1,0,\\d+,100.0,2.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+A1", "-2+3", "@SUM(A1)", "\tx", "\rx"})
  void letsNoTextBecomeAFormulaOfASpreadsheet(String text) {
    assertThat(new Csv().line(text).toString().replace("\"", "")).startsWith("'" + text);
  }

  @Test
  void quotesWhatWouldBreakALineOfCsv() {
    assertThat(new Csv().line("a,b", "say \"no\"", "x\ny", null, -2.5).toString())
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"x\ny\",,-2.5\r\n");
  }
}
