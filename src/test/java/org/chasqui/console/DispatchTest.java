package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchTest {
  private static final String DISPATCH = "CLSCLABRSAODACN60042";
  private static final String PATH = "/v1/dispatches/" + DISPATCH;
  private static final String STRANGE = "RR473124829CL";
  private static final String DROPPED = "CP000000014CL";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void tell() throws Exception {
    scene = new Scene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void saysWhichItemsAreDeclaredAndWhichAreNot() throws Exception {
    scene.story.preadvise(DISPATCH, "P1", List.of(decided(0), STRANGE, decided(1)));

    var dispatch = json(scene.get(scene.operator, PATH));

    assertThat(dispatch.path("items").asInt()).isEqualTo(3);
    assertThat(dispatch.path("declared").asInt()).isEqualTo(2);
    assertThat(dispatch.path("undeclared").asInt()).isEqualTo(1);
    assertThat(dispatch.path("matchRate").decimalValue()).isEqualByComparingTo("0.6667");
    var items = dispatch.at("/receptacles/0/items");
    assertThat(items.at("/0/standing").asText()).isEqualTo("DECLARED");
    assertThat(items.at("/0/decision").asText()).isEqualTo("RELEASED");
    assertThat(items.at("/1/standing").asText()).isEqualTo("UNDECLARED");
    assertThat(items.at("/1").has("version")).isFalse();
    assertThat(dispatch.at("/receptacles/1/items")).isEmpty();
  }

  @Test
  void aLaterPreadviceReplacesTheEarlierAndTellsWhatIsGone() throws Exception {
    scene.story.preadvise(DISPATCH, "P1", List.of(decided(0), DROPPED));
    scene.story.preadvise(DISPATCH, "P2", List.of(decided(0)));

    var dispatch = json(scene.get(scene.operator, PATH));

    assertThat(dispatch.path("items").asInt()).isEqualTo(1);
    assertThat(dispatch.path("missing")).extracting(JsonNode::asText).containsExactly(DROPPED);
    assertThat(dispatch.path("matchRate").decimalValue()).isEqualByComparingTo("1");
  }

  @Test
  void whoNeitherSentNorReceivedItDoesNotSeeIt() throws Exception {
    scene.story.preadvise(DISPATCH, "P1", List.of(decided(0)));

    assertThat(scene.get(scene.post, PATH).status()).isEqualTo(200);
    assertThat(scene.get(scene.stranger, PATH).status()).isEqualTo(404);
    assertThat(scene.get(scene.operator, "/v1/dispatches/" + decided(0)).status()).isEqualTo(404);
  }

  @Test
  void theDescriptionOfTheApiHoldsForIt() throws Exception {
    scene.story.preadvise(DISPATCH, "P1", List.of(decided(0), STRANGE));
    var described = new OpenApi(Json.read(scene.get(null, "/openapi.json").body()).orElseThrow());

    assertThat(described.faults("GET", PATH, scene.get(scene.operator, PATH))).isEmpty();
    assertThat(described.faults("GET", PATH, scene.get(scene.stranger, PATH))).isEmpty();
  }

  @Test
  void thePageShowsContentAndStandingInTheLanguageOfTheReader() throws Exception {
    scene.story.preadvise(DISPATCH, "P1", List.of(decided(0), STRANGE, DROPPED));
    scene.story.preadvise(DISPATCH, "P2", List.of(decided(0), STRANGE));

    var page = text(scene.page(scene.operator, "/items/" + DISPATCH, "es"));

    assertThat(page)
        .contains("Contenido del despacho", "Sin declarar", "50 %", DISPATCH + "001000105")
        .contains("/items/" + STRANGE, "/items/" + DROPPED)
        .doesNotContain("class=\"steps\"");
  }

  private String decided(int index) {
    return scene.story.decided.get(index);
  }

  private static JsonNode json(ApiResponse answer) {
    assertThat(answer.status()).isEqualTo(200);
    return Json.read(answer.body()).orElseThrow();
  }

  private static String text(ApiResponse answer) {
    assertThat(answer.status()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
