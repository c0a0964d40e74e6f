package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over the routes: every step of every file has an id and is passed by an exchange. */
class RouteCoverageTest {
  private static final Path ROUTES = Path.of("routes");
  private static final String ITEM = "CP123456785CL";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void exercisesEveryStepOfEveryRoute() throws Exception {
    var steps = new TreeMap<String, String>();
    for (var file : files()) {
      collect(new YAMLMapper().readTree(file.toFile()), file, steps);
    }
    assertThat(steps).as("steps of the route files").hasSizeGreaterThan(20);
    try (var hub = new TinyHub(RouteCoverageTest::selectedUntilPushed);
        var server = new FileServer(folder.resolve("server"), "u", "p");
        var gone = new TinyHub(call -> TinyHub.Reply.json(500, "{}"));
        var gateway = new TestGateway(folder)) {
      gone.close();
      gateway
          .only("mx", "jm", "ag", "bz", "gy", "cla", "pea")
          .edit(
              "administrations/ag.yaml",
              "kind: http\n",
              "kind: soap\n  settings: {body: '{document}'}\n")
          .hub("ag", hub)
          .with(Map.of("CHASQUI_FIRST_POLL", "PT0.2S", "CHASQUI_POLL_EVERY", "PT0.2S"))
          .hub("jm", hub)
          .edit(
              "administrations/jm.yaml",
              "settings: \\{function: AMENDMENT\\}",
              "settings: {function: CANCELLATION}")
          .hub("mx", gone);
      askService(gateway, hub);
      FileTransportsTest.connect(
          gateway,
          "bz",
          "sftp",
          server.address(),
          "{knownHosts: 'env:HOSTS'}",
          "  module: ssh\n  settings: {user: u, password: 'env:P'}\n",
          "move");
      gateway.with(Map.of("HOSTS", server.knownHosts(), "P", "p"));
      var mounted = Files.createDirectories(folder.resolve("mounted"));
      Files.createDirectories(mounted.resolve("in"));
      Files.writeString(
          Files.createDirectories(mounted.resolve("out")).resolve("a.xml"), status("RELEASED"));
      FileTransportsTest.connect(
          gateway, "gy", "folder", mounted.toString(), "{}", "  module: none\n", "delete");
      gateway.token("jm");
      gateway.start();
      walk(gateway, hub);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(missing(steps, gateway.steps()))
                      .as("steps that no exchange passed: test them here or remove them")
                      .isEmpty());
    }
  }

  @Test
  void describesEveryRouteAndNamesItsSteps() throws Exception {
    for (var file : files()) {
      for (var entry : new YAMLMapper().readTree(file.toFile())) {
        var route = entry.path("route");
        if (!route.isMissingNode()) {
          assertThat(route.path("id").asText()).as("id of the route in " + file).isNotBlank();
          assertThat(route.path("description").asText())
              .as("description of the route in " + file)
              .isNotBlank();
          assertThat(route.path("from").path("id").asText()).as("from of " + file).isNotBlank();
        }
      }
    }
  }

  /** Each way once: the doors, the API, a hub that is polled, one that is gone, the outbox. */
  private static void walk(TestGateway gateway, TinyHub hub) throws Exception {
    push(gateway, "cla", "application/edifact", Edi.itmatt("G1", "JM", List.of(ITEM)));
    push(gateway, "cla", "application/edifact", Edi.itmatt("G4", "AG", List.of("CP123456799CL")));
    push(gateway, "cla", "application/edifact", Edi.itmatt("G5", "BZ", List.of("CP123456808CL")));
    push(gateway, "cla", "application/edifact", Edi.itmatt("G6", "GY", List.of("CP123456811CL")));
    push(gateway, "cla", "application/edifact", Edi.itmatt("G2", "MX", List.of("RR473124829GB")));
    drop(gateway, "inbox/cla", Edi.itmatt("G1", "JM", List.of(ITEM)));
    drop(gateway, "sftp/cla/in", Edi.itmatt("G1", "JM", List.of(ITEM)));
    assertThat(gateway.get("cla", "/v1/items/" + ITEM).statusCode()).isIn(200, 404);
    await()
        .atMost(PATIENCE)
        .until(() -> hub.calls().stream().anyMatch(call -> call.method().equals("GET")));
    await()
        .atMost(PATIENCE)
        .until(
            () -> gateway.get("cla", "/v1/items/" + ITEM).body().contains("SELECTED_FOR_CONTROL"));
    // the document that amendments become refuses them here: nothing is sent, the outcome says why
    push(gateway, "cla", "application/edifact", amendment(Edi.itmatt("G3", "JM", List.of(ITEM))));
    push(gateway, "jm", "application/xml", status("RELEASED").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] amendment(byte[] original) {
    return new String(original, StandardCharsets.ISO_8859_1)
        .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}5'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A post whose service is asked for declarations. */
  private void askService(TestGateway gateway, TinyHub hub) throws IOException {
    Files.copy(
        Path.of("docs/formats/examples/upu-cds-post.yaml"),
        folder.resolve("home/config/operators/tta.yaml"));
    gateway.with(
        Map.of(
            "CHASQUI_HUB_TTA", hub.address(),
            "CHASQUI_TTA_TOKEN", "t",
            "CHASQUI_TTA_LOAD_EVERY", "PT0.2S"));
  }

  private static TinyHub.Reply selectedUntilPushed(TinyHub.Call call) {
    if (call.body().contains("<Load ")) {
      return new TinyHub.Reply(
          200,
          "application/soap+xml",
          "<r><CDSView><Declaration/><MailObject><Id>CP123456799TT</Id></MailObject></CDSView></r>");
    }
    return call.method().equals("GET")
        ? new TinyHub.Reply(200, "application/xml", status("INSPECTION"))
        : new TinyHub.Reply(200, "application/xml", "<Awcheck><Result>VALID</Result></Awcheck>");
  }

  private static String status(String code) {
    return "<Awstatus><Bol_status><Bol_reference>"
        + ITEM
        + "</Bol_reference><Status>"
        + code
        + "</Status><Date>2026-11-03T10:15:00-05:00</Date></Bol_status></Awstatus>";
  }

  private static void push(TestGateway gateway, String party, String type, byte[] document)
      throws Exception {
    var answer = gateway.post(party, "/v1/interchanges", type, document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static void drop(TestGateway gateway, String folder, byte[] document) throws IOException {
    var inbox = Files.createDirectories(gateway.data().resolve(folder));
    Files.write(inbox.resolve("one.edi.part"), document);
    Files.move(inbox.resolve("one.edi.part"), inbox.resolve("one.edi"));
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(ROUTES)) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  /** Ids of the entries of every list {@code steps}, with the file that they stand in. */
  private static void collect(JsonNode node, Path file, Map<String, String> steps) {
    for (var field : node.properties()) {
      if (field.getKey().equals("steps")) {
        for (var step : field.getValue()) {
          var body = step.properties().iterator().next();
          var id = body.getValue().path("id").asText();
          assertThat(id).as("id of a step " + body.getKey() + " in " + file).isNotBlank();
          assertThat(steps.put(id, file.toString())).as("step " + id + " stands twice").isNull();
        }
      }
      collect(field.getValue(), file, steps);
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, file, steps));
    }
  }

  private static Map<String, String> missing(Map<String, String> all, Set<String> passed) {
    var missing = new TreeMap<>(all);
    missing.keySet().removeAll(passed);
    return missing;
  }
}
