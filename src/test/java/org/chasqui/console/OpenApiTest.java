package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private Scene scene;
  private OpenApi described;

  @BeforeAll
  void tell(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
    described = new OpenApi(Json.read(scene.get(null, "/openapi.json").body()).orElseThrow());
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void describesExactlyTheCallsThatTheGatewayAnswers() {
    var answered =
        scene.api.routes().stream()
            .filter(r -> r.matches("\\w+ /(v1|health|metrics|schema|openapi).*"))
            .filter(route -> !route.endsWith("/schema/"))
            .toList();

    assertThat(described.operations()).containsExactlyInAnyOrderElementsOf(answered);
  }

  @Test
  void describesEveryAnswerOfEveryCall() {
    for (var item : scene.story.decided) {
      holds("GET", "/v1/items/" + item);
    }
    for (var path :
        new String[] {
          "/v1/items",
          "/v1/items?limit=1",
          "/v1/items?state=lost",
          "/v1/items/" + scene.story.unusable,
          "/v1/items/" + scene.story.parked.getFirst(),
          "/v1/items/RR123456785CL",
          "/v1/interchanges/" + scene.story.declared,
          "/v1/interchanges/" + scene.story.declared + "/raw",
          "/v1/interchanges/1",
          "/v1/deliveries/" + scene.story.parkedDelivery,
          "/v1/deliveries/" + scene.story.offered,
          "/v1/deliveries/1",
          "/v1/parked",
          "/v1/alarms",
          "/v1/alarms?state=awaited&kind=event_missing&limit=1",
          "/v1/alarms?state=lost",
          "/v1/alarms?cursor=x",
          "/v1/administrations",
          "/v1/administrations/br",
          "/v1/administrations/zz",
          "/v1/quality",
          "/v1/quality?by=day&operator=cla&origin=cl&destination=BR",
          "/v1/quality?from=2026-13-01",
          "/v1/quality/csv",
          "/v1/quality/csv?by=everything",
          "/health/live",
          "/health/ready",
          "/metrics",
          "/schema",
          "/schema/envelope.schema.json",
          "/schema/nothing.json",
          "/openapi.json"
        }) {
      holds("GET", path);
    }
  }

  @Test
  void describesTheOutboxAndTheReplay() {
    holds("GET", "/v1/outbox/cla", scene.get(scene.post, "/v1/outbox/cla"));
    holds("GET", "/v1/outbox/cla", scene.get(scene.stranger, "/v1/outbox/cla"));
    var document = "/v1/outbox/cla/" + scene.story.offered;
    holds("GET", document, scene.get(scene.post, document));
    var acknowledge = "/v1/outbox/cla/acknowledge";
    holds("POST", acknowledge, scene.post(scene.post, acknowledge, "{\"deliveries\":[\"1\"]}"));
    holds("POST", acknowledge, scene.post(scene.post, acknowledge, "nonsense"));
    var replay = "/v1/parked/" + scene.story.parkedDelivery + "/replay";
    holds("POST", replay, scene.post(null, replay, ""));
    holds("POST", replay, scene.post(scene.operator, replay, ""));
    holds("POST", replay, scene.post(scene.operator, replay, ""));
  }

  private void holds(String method, String path) {
    holds(method, path, scene.get(scene.operator, path));
  }

  private void holds(String method, String address, ApiResponse answer) {
    var path = address.replaceAll("\\?.*", "");
    assertThat(described.faults(method, path, answer))
        .as("%s %s answered %d", method, address, answer.status())
        .isEmpty();
    assertThat(answer.status()).isLessThan(500);
  }
}
