package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a hub is asked, and until when. */
class PollPaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PACE = Duration.ofMillis(300);
  private static final String ONE = "CP123456785CL";
  private static final String TWO = "CP123456799CL";

  @TempDir Path folder;

  private final Map<String, List<Long>> polls = new ConcurrentHashMap<>();
  private volatile boolean decided;

  private TinyHub.Reply answer(TinyHub.Call call) {
    if (!call.method().equals("GET")) {
      return new TinyHub.Reply(200, "application/xml", "<Awcheck><Result>VALID</Result></Awcheck>");
    }
    var item = call.path().contains(ONE) ? ONE : TWO;
    polls.computeIfAbsent(item, any -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
    return new TinyHub.Reply(
        200,
        "application/xml",
        "<Awstatus><Bol_status><Bol_reference>"
            + item
            + "</Bol_reference><Status>"
            + (decided ? "RELEASED" : "INSPECTION")
            + "</Status><Date>2026-11-03T10:15:00-05:00</Date></Bol_status></Awstatus>");
  }

  private int polls(String item) {
    return polls.getOrDefault(item, List.of()).size();
  }

  private static void push(TestGateway gateway, String reference, String item) throws Exception {
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt(reference, "JM", List.of(item)));
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private static void awaitDecision(TestGateway gateway, String item) {
    await()
        .atMost(PATIENCE)
        .until(() -> gateway.get("cla", "/v1/items/" + item).body().contains("RELEASED"));
  }

  @Test
  void aHubIsAskedNoFasterThanItsProfileSaysOverARestartTooAndNoMoreAfterTheFinalDecision()
      throws Exception {
    try (var hub = new TinyHub(this::answer);
        var gateway = new TestGateway(folder)) {
      gateway
          .only("jm", "cla")
          .with(Map.of("CHASQUI_FIRST_POLL", "PT0.3S", "CHASQUI_POLL_EVERY", "PT0.3S"))
          .hub("jm", hub)
          .start();
      push(gateway, "P1", ONE);
      await().atMost(PATIENCE).until(() -> polls(ONE) >= 2);
      gateway.restart();
      int before = polls(ONE);
      await().atMost(PATIENCE).until(() -> polls(ONE) >= before + 2);
      assertThat(hub.calls().stream().filter(call -> call.method().equals("POST")))
          .as("submitted once: the restart only asks on")
          .hasSize(1);
      decided = true;
      awaitDecision(gateway, ONE);
      var times = List.copyOf(polls.get(ONE));
      for (int i = 1; i < times.size(); i++) {
        assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(PACE.toNanos());
      }
      push(gateway, "P2", TWO);
      awaitDecision(gateway, TWO);
      assertThat(polls(ONE)).as("nobody asks on").isLessThanOrEqualTo(times.size() + 1);
    }
  }
}
