package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chasqui.app.gateway.Region;
import org.chasqui.ledger.Delivery;
import org.chasqui.message.ItemId;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are changed while items flow: the next document uses them, and nothing is lost. */
class ReloadPipelineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSPORT =
      "{\"schemeCode\":\"PASSPORT\",\"value\":\"P1234567\",\"issuingCountryCode\":\"CL\"}";
  private static final String PROFILE = "administrations/mx.yaml";

  @TempDir Path folder;
  private TestGateway gateway;
  private final List<String> items = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  /** Declares one item after another until it is enough, at least three. */
  private void declareUntil(String country, String identifier, BooleanSupplier enough)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int least = items.size() + 3;
    while (items.size() < least || !enough.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never comes to that").isLessThan(end);
      var item = ItemId.s10("CP", "%08d".formatted(10 + items.size() * 100), "CL").text();
      items.add(item);
      var answer =
          gateway.post(
              "cla",
              "/v1/interchanges",
              "application/json",
              RegionalMessages.declaration(item, country, identifier));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> !sent(item).isEmpty());
    }
  }

  /** The documents in which an item went. */
  private List<String> sent(String item) {
    var ledger = gateway.gateway().ledger();
    return ledger.timeline(item).stream()
        .flatMap(story -> story.deliveries().stream())
        .filter(delivery -> !delivery.recipient().equals("cla"))
        .map(Delivery::id)
        .flatMap(id -> ledger.delivery(id).stream())
        .filter(detail -> detail.document() != null)
        .map(detail -> new String(detail.document(), StandardCharsets.UTF_8))
        .toList();
  }

  private String last() {
    return sent(items.getLast()).getLast();
  }

  private static void replace(Path from, String old, String now) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file);
        if (text.contains(old)) {
          Files.writeString(file, text.replace(old, now));
        }
      }
    }
  }

  @Test
  void aFormatThatIsChangedWhileItemsFlowIsThatOfTheNextDocument() throws Exception {
    var profile = Region.load().profiles().byId("py").orElseThrow();
    var id = "{\"schemeCode\":\"CI\",\"value\":\"1234567\",\"issuingCountryCode\":\"PY\"}";
    try (var sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Path.of("config")))) {
      gateway =
          new TestGateway(folder)
              .only("py", "cla", "pea")
              .with(sandbox.environment())
              .with("CHASQUI_FORMATS_EVERY", "PT0.1S");
      gateway.start();
      declareUntil("PY", id, () -> true);
      assertThat(last()).contains("<nroVuelo>SIN VUELO<");

      replace(folder.resolve("home/config/formats/tere"), "SIN VUELO", "VUELO 1");
      declareUntil("PY", id, () -> last().contains("<nroVuelo>VUELO 1<"));
      await().atMost(PATIENCE).until(() -> sandbox.hub("py").received().size() == items.size());
      assertThat(sandbox.hub("py").counters().wireDuplicates()).isZero();
      var texts = items.stream().flatMap(item -> sent(item).stream()).toList();
      assertThat(texts).hasSameSizeAs(items).allMatch(text -> text.contains("VUELO"));
    }
  }

  private void start(TinyHub hub) throws Exception {
    gateway =
        new TestGateway(folder)
            .only("mx", "cla", "pea")
            .hub("mx", hub)
            .with("CHASQUI_FORMATS_EVERY", "PT0.1S");
    gateway.start();
    declareUntil("MX", PASSPORT, () -> true);
  }

  private static TinyHub hub() throws IOException {
    return new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
  }

  private void eachItemWentOnce(TinyHub hub) {
    for (var item : items) {
      assertThat(hub.calls().stream().filter(call -> call.body().contains(item)).toList())
          .as(item)
          .hasSize(1);
    }
    var faults = new ArrayList<>();
    gateway.gateway().ledger().verify(faults::add);
    assertThat(faults).isEmpty();
  }

  @Test
  void aProfileThatIsChangedWhileItemsFlowIsThatOfTheNextDocument() throws Exception {
    try (var hub = hub()) {
      start(hub);
      gateway.edit(PROFILE, "path: /v1/declarations", "path: /v2/declarations");
      gateway.edit(PROFILE, "simplified-limit, amount: 1000", "simplified-limit, amount: 30");
      declareUntil("MX", PASSPORT, () -> hub.calls().getLast().path().equals("/v2/declarations"));

      assertThat(gateway.get("cla", "/v1/items/" + items.getLast()).body())
          .contains("\"amount\":\"30\"");
      assertThat(gateway.get("cla", "/v1/items/" + items.getFirst()).body())
          .contains("\"amount\":\"1000\"")
          .doesNotContain("\"amount\":\"30\"");
      eachItemWentOnce(hub);
    }
  }

  @Test
  void aBrokenProfileOrOneThatNeedsARestartIsNotTakenAndItemsGoOn() throws Exception {
    try (var hub = hub()) {
      start(hub);
      gateway.edit(PROFILE, "batchItems: 100", "batchItems: many");
      await().atMost(PATIENCE).until(() -> !gateway.gateway().refusedProfiles().isEmpty());
      assertThat(gateway.gateway().refusedProfiles().getFirst())
          .contains("administrations/mx.yaml:", "limits.batchItems");
      declareUntil("MX", PASSPORT, () -> true);

      gateway.edit(PROFILE, "batchItems: many", "batchItems: 100\n  concurrentCalls: 9");
      var told = List.of("mx: a change of how it is connected needs a restart");
      await().atMost(PATIENCE).until(() -> gateway.gateway().refusedProfiles().equals(told));
      declareUntil("MX", PASSPORT, () -> true);
      eachItemWentOnce(hub);
    }
  }
}
