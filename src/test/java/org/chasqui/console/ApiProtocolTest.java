package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiProtocolTest {
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

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/interchanges/1,,401",
    "GET,/v1/interchanges/1,chq_wrong,401",
    "GET,/v1/nothing,,404",
    "GET,/v1/interchanges/abc,operator,404",
    "GET,/v1/interchanges/99999999999999999999,operator,404",
    "DELETE,/v1/items,operator,405",
    "POST,/v1/items,operator,405",
    "GET,/v1/interchanges,operator,405",
    "GET,/v1/items,sender,403",
    "GET,/metrics,post,403",
    "GET,/v1/%ZZ,,400"
  })
  void answersWithTheRightStatus(String method, String path, String who, int status) {
    var token =
        who == null
            ? null
            : Map.of("operator", scene.operator, "sender", scene.sender, "post", scene.post)
                .getOrDefault(who, who);

    var answer = scene.call(method, token, path, null, Map.of());

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("Content-Type")).isEqualTo(ProblemDetails.MEDIA_TYPE);
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
  }

  @Test
  void namesWhatAnAddressAllows() {
    var refused = scene.call("DELETE", scene.operator, "/v1/items", null, Map.of());
    var options = scene.call("OPTIONS", null, "/v1/parked/1/replay", null, Map.of());

    assertThat(refused.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.headers()).containsEntry("Allow", "POST, OPTIONS");
  }

  @Test
  void refusesAMediaTypeThatItDoesNotProduce() {
    assertThat(scene.get(scene.operator, "/v1/items", "Accept", "text/csv").status())
        .isEqualTo(406);
    assertThat(scene.get(scene.operator, "/v1/items", "Accept", "application/*").status())
        .isEqualTo(200);
  }

  @Test
  void answersHeadLikeGetWithoutABody() {
    var answer = scene.call("HEAD", scene.operator, "/v1/administrations", null, Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "es-AR;es,es,No encontrado",
    "pt-BR,pt,Não encontrado",
    "fr-HT,fr,Introuvable",
    "de,en,Not found",
    "not a language!,en,Not found"
  })
  void explainsErrorsInTheLanguageOfTheCaller(String wanted, String language, String title) {
    var answer =
        scene.get(scene.operator, "/v1/items/XX", "Accept-Language", wanted.replace(';', ','));

    assertThat(answer.headers()).containsEntry("Content-Language", language);
    assertThat(json(answer).path("title").asText()).isEqualTo(title);
  }

  @Test
  void sendsSecurityHeadersWithEveryAnswer() {
    for (var path : new String[] {"/v1/items", "/sign-in", "/health/live", "/nothing"}) {
      assertThat(scene.get(null, path).headers())
          .containsEntry("X-Content-Type-Options", "nosniff")
          .containsKey("Content-Security-Policy");
    }
  }

  @Test
  void servesTheSchemasAndNothingElseOfTheFolder() {
    assertThat(scene.get(null, "/schema/item-declaration.schema.json").status()).isEqualTo(200);
    assertThat(json(scene.get(null, "/schema/")).path("schemas")).isNotEmpty();
    assertThat(scene.get(null, "/schema/..%2Fapplication.properties").status()).isEqualTo(404);
    assertThat(scene.get(null, "/schema/../openapi.yaml").status()).isEqualTo(404);
  }

  @Test
  void reportsHealthWithoutAToken() {
    assertThat(json(scene.get(null, "/health/live")).path("status").asText()).isEqualTo("UP");
    assertThat(json(scene.get(null, "/health/ready")).at("/checks/ledger").asText())
        .isEqualTo("UP");
  }
}
