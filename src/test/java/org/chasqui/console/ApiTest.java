package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private Scene scene;

  @BeforeAll
  void tell(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private static JsonNode json(ApiResponse answer) {
    return Json.read(answer.body()).orElseThrow();
  }

  @Test
  void tellsTheWholeStoryOfAnItem() {
    var item = scene.story.decided.getFirst();

    var answer = scene.get(scene.operator, "/v1/items/" + item);

    assertThat(answer.status()).isEqualTo(200);
    var body = json(answer);
    assertThat(body.at("/messages").findValuesAsText("kind"))
        .contains("item-declaration", "customs-decision");
    assertThat(body.at("/events").findValuesAsText("type"))
        .contains("received", "interpreted", "delivered", "offered");
    assertThat(body.at("/messages/0/id").isTextual()).isTrue();
    assertThat(body.at("/messages/0/document/subject").asText()).isEqualTo(item);
  }

  @Test
  void separatesLossesFromProblems() {
    var body = json(scene.get(scene.operator, "/v1/items/" + scene.story.decided.getFirst()));

    assertThat(body.at("/losses")).isNotEmpty();
    assertThat(body.at("/losses").findValuesAsText("code"))
        .allMatch(code -> code.startsWith("EAD-4"));
    assertThat(body.at("/problems").findValuesAsText("code"))
        .noneMatch(code -> code.startsWith("EAD-4"));
  }

  @ParameterizedTest
  @CsvSource({"operator,200", "post,200", "brazil,200", "stranger,404"})
  void showsAnItemOnlyToWhoSentOrReceivedIt(String who, int status) {
    var token =
        Map.of(
                "operator", scene.operator,
                "post", scene.post,
                "brazil", scene.brazil,
                "stranger", scene.stranger)
            .get(who);

    assertThat(scene.get(token, "/v1/items/" + scene.story.decided.getFirst()).status())
        .isEqualTo(status);
  }

  @Test
  void showsAnAdministrationNeitherTheInterchangeNorItsBytes() {
    var body = json(scene.get(scene.brazil, "/v1/items/" + scene.story.decided.getFirst()));
    var raw = "/v1/interchanges/" + scene.story.declared + "/raw";

    assertThat(body.at("/interchanges").findValuesAsText("party")).containsOnly("br");
    assertThat(scene.get(scene.brazil, raw).status()).isEqualTo(404);
    assertThat(scene.get(scene.post, raw).status()).isEqualTo(200);
  }

  @Test
  void findsItemsByPrefixAdministrationAndState() {
    var prefix = scene.story.parked.getFirst().substring(0, 8);

    var found =
        json(
            scene.get(scene.operator, "/v1/items?administration=JM&state=parked&prefix=" + prefix));

    assertThat(found.at("/items").findValuesAsText("itemId"))
        .isNotEmpty()
        .allMatch(scene.story.parked::contains);
  }

  @Test
  void pagesASearchWithoutGapsOrRepeats() {
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var page =
          json(
              scene.get(
                  scene.post, "/v1/items?limit=2" + (cursor == null ? "" : "&cursor=" + cursor)));
      page.at("/items").forEach(item -> seen.add(item.path("id").asText()));
      cursor = page.path("next").isTextual() ? page.path("next").asText() : null;
    } while (cursor != null);

    assertThat(seen).doesNotHaveDuplicates().hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=lost", "kind=letter", "from=yesterday", "to=2026-13-01"})
  void refusesAParameterThatItCannotRead(String parameter) {
    var answer = scene.get(scene.operator, "/v1/items?" + parameter);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText())
        .contains(parameter.substring(0, parameter.indexOf('=')))
        .contains(parameter.substring(parameter.indexOf('=') + 1));
  }

  @Test
  void saysWhatBecameOfAnInterchangeWithItsProblems() {
    var body = json(scene.get(scene.post, "/v1/interchanges/" + scene.story.declared));

    assertThat(body.at("/interchange/items").asInt()).isEqualTo(3);
    assertThat(body.at("/interchange/refused").asInt()).isEqualTo(1);
    assertThat(body.at("/problems/0/code").asText()).isEqualTo("EAD-1305");
    assertThat(body.at("/problems/0/location").asText()).contains("MEA element 3 component 2");
  }

  @Test
  void givesBackTheBytesThatWereReceived() throws Exception {
    var answer = scene.get(scene.post, "/v1/interchanges/" + scene.story.declared + "/raw");

    try (var bytes = answer.stream()) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("UN");
    }
    assertThat(answer.headers()).containsEntry("Content-Disposition", "attachment");
  }

  @Test
  void letsAPostFetchAndAcknowledgeItsDocuments(@TempDir Path folder) throws Exception {
    try (var own = new Scene(folder)) {
      var entry = json(own.get(own.post, "/v1/outbox/cla")).at("/entries/0");
      var id = entry.path("id").asText();
      assertThat(entry.path("codec").asText()).isEqualTo("upu-cusrsp");
      assertThat(entry.path("document").asText()).contains("CUSRSP");
      assertThat(own.get(own.post, "/v1/outbox/cla/" + id).status()).isEqualTo(200);

      var answer =
          own.post(own.post, "/v1/outbox/cla/acknowledge", "{\"deliveries\":[\"" + id + "\"]}");

      assertThat(json(answer).path("acknowledged").asInt()).isEqualTo(1);
      assertThat(json(own.get(own.post, "/v1/outbox/cla")).path("entries")).isEmpty();
      var again =
          own.post(own.post, "/v1/outbox/cla/acknowledge", "{\"deliveries\":[\"" + id + "\"]}");
      assertThat(json(again).path("acknowledged").asInt()).isZero();
    }
  }

  @Test
  void closesAnOutboxToOthers() {
    assertThat(scene.get(scene.stranger, "/v1/outbox/cla").status()).isEqualTo(403);
    assertThat(scene.get(scene.stranger, "/v1/outbox/cla/" + scene.story.offered).status())
        .isEqualTo(404);
    assertThat(scene.get(scene.brazil, "/v1/outbox/br").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"deliveries\":[\"x\"]}", "{\"deliveries\":\"1\"}"})
  void refusesAnAcknowledgementThatItCannotRead(String body) {
    var answer = scene.post(scene.post, "/v1/outbox/cla/acknowledge", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("errors").isArray()).isTrue();
  }

  @Test
  void describesTwentyTwoAdministrationsWithHowSureTheFactsAre() {
    var all = json(scene.get(scene.operator, "/v1/administrations")).path("administrations");

    assertThat(all).hasSize(22);
    assertThat(all.findValuesAsText("formatConfidence")).hasSize(22);
    assertThat(all)
        .filteredOn(a -> a.path("id").asText().equals("do"))
        .allMatch(a -> a.path("state").asText().equals("INTERRUPTED"));
    assertThat(all)
        .filteredOn(a -> a.path("id").asText().equals("br"))
        .allMatch(a -> a.at("/tally/delivered").asInt() == 2);
  }

  @Test
  void hidesFromAPartyHowMuchOthersWereSent() {
    var all = json(scene.get(scene.brazil, "/v1/administrations")).path("administrations");

    assertThat(all).allMatch(a -> a.has("tally") == a.path("id").asText().equals("br"));
  }

  @Test
  void replaysAParkedDeliveryOnce(@TempDir Path folder) throws Exception {
    try (var own = new Scene(folder)) {
      var listed = json(own.get(own.operator, "/v1/parked"));
      assertThat(listed.at("/parked/0/reason").asText()).contains("EAD-9002");
      var address = "/v1/parked/" + own.story.parkedDelivery + "/replay";

      assertThat(own.post(own.post, address, "").status()).isEqualTo(403);
      assertThat(own.post(own.operator, address, "").status()).isEqualTo(202);
      assertThat(own.post(own.operator, address, "").status()).isEqualTo(409);
    }
  }
}
