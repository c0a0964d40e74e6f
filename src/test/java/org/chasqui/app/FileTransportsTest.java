package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarations as files, and answers as files, on a real server and in a real folder. */
class FileTransportsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ONE = "CP123456785CL";
  private static final String TWO = "CP123456799CL";

  @TempDir Path folder;

  /** Jamaica over SFTP. */
  private static void sftp(TestGateway gateway, String address, String knownHosts)
      throws IOException {
    connect(
        gateway,
        "jm",
        "sftp",
        address,
        "{knownHosts: 'env:HOSTS'}",
        "  module: ssh\n  settings: {user: chasqui, password: 'env:PASSWORD'}\n",
        "move");
    gateway.with(Map.of("HOSTS", knownHosts, "PASSWORD", "s3cret"));
  }

  /** Antigua and Barbuda in a folder. */
  private static void mounted(TestGateway gateway, Path root) throws IOException {
    Files.createDirectories(root.resolve("in"));
    Files.createDirectories(root.resolve("out"));
    connect(gateway, "ag", "folder", root.toString(), "{}", "  module: none\n", "delete");
  }

  static void connect(
      TestGateway gateway,
      String party,
      String kind,
      String address,
      String settings,
      String proof,
      String after)
      throws IOException {
    gateway.edit(
        "administrations/" + party + ".yaml",
        "(?ms)^transport:\n.*?(?=^(limits|codes|thresholds):)",
        "transport:\n  kind: %s\n  address: '%s'\n  path: /in\n  timeout: PT3S\n  settings: %s\n\n"
                .formatted(kind, address, settings)
            + "authentication:\n"
            + proof
            + "\nresponse:\n  strategy: pick-up\n  pollEvery: PT0.2S\n  settings: {folder: /out, after: "
            + after
            + ", reference: '^(C[A-Z0-9]+)'}\n\n");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  private static Path sent(Path in, int count) {
    await().atMost(PATIENCE).until(() -> files(in).size() == count);
    try {
      var last =
          files(in).stream().max((a, b) -> Long.compare(modified(a), modified(b))).orElseThrow();
      assertThat(last.getFileName().toString()).matches("C[A-Z0-9]+\\.xml");
      return last;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  private static String status(String item, String code) {
    return "<Awstatus><Bol_status><Bol_reference>"
        + item
        + "</Bol_reference><Status>"
        + code
        + "</Status><Date>2026-11-03T10:15:00-05:00</Date></Bol_status></Awstatus>";
  }

  private static void answer(Path out, String name, String content) throws IOException {
    Files.writeString(out.resolve("." + name + ".part"), content);
    Files.move(out.resolve("." + name + ".part"), out.resolve(name));
  }

  private static void push(TestGateway gateway, String reference, String to, String item)
      throws Exception {
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt(reference, to, List.of(item)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static void awaitDecision(TestGateway gateway, String item) {
    await()
        .atMost(PATIENCE)
        .until(() -> gateway.get("cla", "/v1/items/" + item).body().contains("RELEASED"));
  }

  private static int decisions(TestGateway gateway, String item) throws Exception {
    return gateway.get("cla", "/v1/items/" + item).body().split("\"RELEASED\"", -1).length - 1;
  }

  @Test
  void aFileIsUploadedWholeAndItsAnswerTakenOnceOverARestart() throws Exception {
    var root = folder.resolve("server");
    try (var server = new FileServer(root, "chasqui", "s3cret");
        var gateway = new TestGateway(folder)) {
      gateway.only("jm", "cla");
      sftp(gateway, server.address(), server.knownHosts());
      gateway.start();
      push(gateway, "F1", "JM", ONE);
      var file = sent(root.resolve("in"), 1);
      assertThat(Files.readString(file)).contains(ONE);
      var name = file.getFileName().toString().replace(".xml", ".answer.xml");
      answer(root.resolve("out"), name, status(ONE, "RELEASED"));
      awaitDecision(gateway, ONE);
      await().atMost(PATIENCE).until(() -> files(root.resolve("out")).isEmpty());
      assertThat(files(root.resolve("out/.taken"))).singleElement().asString().endsWith("-" + name);
      int before = decisions(gateway, ONE);
      push(gateway, "F2", "JM", TWO);
      sent(root.resolve("in"), 2);
      gateway.gateway().close();
      // the removal was interrupted, and another answer came meanwhile
      answer(root.resolve("out"), name, status(ONE, "RELEASED"));
      answer(root.resolve("out"), "other.xml", status(TWO, "RELEASED"));
      gateway.start();
      awaitDecision(gateway, TWO);
      await().atMost(PATIENCE).until(() -> files(root.resolve("out")).isEmpty());
      assertThat(decisions(gateway, ONE)).isEqualTo(before);
      assertThat(decisions(gateway, TWO)).isEqualTo(before);
    }
  }

  @Test
  void aFileIsDroppedWholeAndItsAnswerIsDeletedWhenTaken() throws Exception {
    var root = folder.resolve("mounted");
    try (var gateway = new TestGateway(folder)) {
      gateway.only("ag", "cla");
      mounted(gateway, root);
      gateway.start();
      push(gateway, "F1", "AG", ONE);
      assertThat(Files.readString(sent(root.resolve("in"), 1))).contains(ONE);
      answer(root.resolve("out"), "any.xml", status(ONE, "RELEASED"));
      answer(root.resolve("out"), "bad.xml", "no answer at all");
      awaitDecision(gateway, ONE);
      await().atMost(PATIENCE).until(() -> files(root.resolve("out")).isEmpty());
      assertThat(root.resolve("out/.taken")).doesNotExist();
    }
  }

  private static final String OWN =
      "documents:\n    - {codec: asycuda-awbolds, kinds: [item-declaration], functions: [original],"
          + " path: /of-its-own}\n";

  @Test
  void aDocumentOfItsOwnFolderGoesThereOnAServerAndInAFolder() throws Exception {
    var there = folder.resolve("server");
    var here = folder.resolve("mounted");
    try (var server = new FileServer(there, "chasqui", "s3cret");
        var gateway = new TestGateway(folder)) {
      gateway.only("jm", "ag", "cla");
      sftp(gateway, server.address(), server.knownHosts());
      mounted(gateway, here);
      for (var party : List.of("jm", "ag")) {
        gateway.edit("administrations/" + party + ".yaml", "documents:\n", OWN);
      }
      Files.createDirectories(there.resolve("of-its-own"));
      Files.createDirectories(here.resolve("of-its-own"));
      gateway.start();
      push(gateway, "F1", "JM", ONE);
      push(gateway, "F2", "AG", TWO);
      sent(there.resolve("of-its-own"), 1);
      sent(here.resolve("of-its-own"), 1);
      assertThat(files(there.resolve("in"))).isEmpty();
      assertThat(files(here.resolve("in"))).isEmpty();
    }
  }

  @Test
  void nothingIsSentToAServerWhoseKeyIsNotKnown() throws Exception {
    var root = folder.resolve("server");
    try (var server = new FileServer(root, "chasqui", "s3cret");
        var gateway = new TestGateway(folder)) {
      gateway.only("jm", "cla");
      sftp(gateway, server.address(), server.knownHosts(FileServer.key()));
      gateway.with("CHASQUI_ATTEMPTS", "2").with("CHASQUI_FIRST_BACKOFF", "PT0.1S").start();
      push(gateway, "F1", "JM", ONE);
      await()
          .atMost(PATIENCE)
          .until(() -> gateway.get("cla", "/v1/items/" + ONE).body().contains("parked"));
      assertThat(files(root.resolve("in"))).isEmpty();
    }
  }

  @Test
  void aServerThatTakesTheConnectionAndSaysNothingCostsTheOthersNothing() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var gateway = new TestGateway(folder)) {
      var root = folder.resolve("mounted");
      gateway.only("jm", "ag", "cla");
      sftp(gateway, "sftp://127.0.0.1:" + silent.getLocalPort(), "[127.0.0.1]:1 ssh-rsa AAAA");
      mounted(gateway, root);
      gateway.start();
      push(gateway, "F1", "JM", TWO);
      // until the attempt hangs
      try (var taken = silent.accept()) {
        assertThat(taken.isConnected()).isTrue();
        push(gateway, "F2", "AG", ONE);
        sent(root.resolve("in"), 1);
        answer(root.resolve("out"), "any.xml", status(ONE, "RELEASED"));
        awaitDecision(gateway, ONE);
        assertThat(gateway.get("cla", "/v1/items/" + TWO).body()).doesNotContain("delivered");
      }
    }
  }
}
