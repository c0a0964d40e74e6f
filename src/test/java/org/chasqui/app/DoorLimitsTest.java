package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doors do when a document is too large, comes too often or comes at a bad time (P8). */
class DoorLimitsTest {
  private static final String ITEM = "CP123456785CL";
  private static final int BOUND = 20_000;
  private static final int MANY = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private TinyHub hub;
  private TestGateway gateway;

  @BeforeEach
  void prepare() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(503, "{}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
    gateway.with("CHASQUI_DOCUMENT_MOST_BYTES", Integer.toString(BOUND));
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void refusesALengthOverTheBoundBeforeItReadsAByte() throws Exception {
    gateway.start();
    try (var call = post(BOUND + 1)) {
      var answer = call.answer();
      assertProblem(answer.status(), answer.header("content-type"), answer.body(), 413);
      assertThat(answer.body()).contains("EAD-").contains("up to " + BOUND + " bytes");
    }
  }

  @Test
  void takesADocumentOfExactlyTheBoundAsFarAsItsSizeGoes() throws Exception {
    gateway.start();
    assertThat(push(new byte[BOUND]).statusCode()).isEqualTo(415);
  }

  @Test
  void refusesABodyOfUnknownLengthAsSoonAsItPassesTheBound() throws Exception {
    gateway.start();
    for (var version : HttpClient.Version.values()) {
      var answer = stream(version, new byte[8 << 20]);
      assertProblem(answer.statusCode(), type(answer), answer.body(), 413);
    }
    assertThat(push(Edi.itmatt("L1", "MX", List.of(ITEM))).statusCode()).isEqualTo(202);
    try (var left = Files.list(gateway.data().resolve("spool"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void readsABodyWhoseEndComesWhileItIsRead() throws Exception {
    gateway.start();
    var body = new byte[500];
    var answers = new ConcurrentHashMap<Integer, Integer>();
    try (var client = HttpClient.newHttpClient();
        var senders = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < MANY; i++) {
        senders.submit(() -> answers.merge(stream(client, body).statusCode(), 1, Integer::sum));
      }
    }
    assertThat(answers).isEqualTo(Map.of(415, MANY));
  }

  @Test
  void putsOffOnlyThePartyThatIsOverItsRate() throws Exception {
    gateway.append("operators/cla.yaml", "\nlimits:\n  inboundPerMinute: 2\n").start();
    assertThat(push(Edi.itmatt("L2", "MX", List.of(ITEM))).statusCode()).isEqualTo(202);
    push(Edi.itmatt("L2", "MX", List.of(ITEM)));
    var answer = push(Edi.itmatt("L3", "MX", List.of(ITEM)));
    assertProblem(answer.statusCode(), type(answer), answer.body(), 429);
    assertThat(retryAfter(answer)).isBetween(1L, 30L);
    var other = gateway.post("pea", "/v1/interchanges", "application/edifact", new byte[] {1});
    assertThat(other.statusCode()).isEqualTo(415);
  }

  @Test
  void putsOffDocumentsWhileTooMuchWaits() throws Exception {
    gateway.with("CHASQUI_WAITING_MOST", "1").start();
    assertThat(push(Edi.itmatt("L4", "MX", List.of(ITEM))).statusCode()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(() -> push(Edi.itmatt("L4", "MX", List.of(ITEM))).statusCode() == 503);
    var answer = push(Edi.itmatt("L5", "MX", List.of(ITEM)));
    assertProblem(answer.statusCode(), type(answer), answer.body(), 503);
    assertThat(retryAfter(answer)).isEqualTo(10);
    assertThat(gateway.get("cla", "/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void putsOffDocumentsWhileTooManyArrive() throws Exception {
    gateway.with("CHASQUI_DOCUMENT_AT_ONCE", "1").start();
    var document = Edi.itmatt("L6", "MX", List.of(ITEM));
    try (var slow = post(document.length)) {
      slow.write(new byte[] {document[0]});
      var other = Edi.itmatt("L7", "MX", List.of(ITEM));
      await().atMost(PATIENCE).until(() -> push(other).statusCode() == 503);
      var answer = push(other);
      assertProblem(answer.statusCode(), type(answer), answer.body(), 503);
      assertThat(retryAfter(answer)).isEqualTo(1);
      slow.write(java.util.Arrays.copyOfRange(document, 1, document.length));
      assertThat(slow.answer().status()).isEqualTo(202);
      assertThat(push(other).statusCode()).isIn(200, 202);
    }
  }

  @Test
  void leavesAFileInTheFolderWhileTooMuchWaits() throws Exception {
    gateway
        .with("CHASQUI_WAITING_MOST", "1")
        .edit(
            "administrations/mx.yaml",
            "(?m)^limits:\\n",
            "limits:\n  firstBackoff: PT0.01S\n  breakerPause: PT0.1S\n")
        .start();
    var first = Edi.itmatt("L8", "MX", List.of(ITEM));
    assertThat(push(first).statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> push(first).statusCode() == 503);
    var file = drop("cla", "late.edi", Edi.itmatt("L9", "MX", List.of(ITEM)));
    hub.behave(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    assertThat(answer("cla", "late.edi")).startsWith("ACCEPTED ");
    await().atMost(PATIENCE).until(() -> Files.notExists(file));
  }

  @Test
  void leavesFilesOfThePartyThatIsOverItsRate() throws Exception {
    gateway.append("operators/cla.yaml", "\nlimits:\n  inboundPerMinute: 1\n").start();
    drop("cla", "a.edi", Edi.itmatt("L10", "MX", List.of(ITEM)));
    assertThat(answer("cla", "a.edi")).startsWith("ACCEPTED ");
    var left = drop("cla", "b.edi", Edi.itmatt("L11", "MX", List.of(ITEM)));
    drop("pea", "c.edi", new byte[] {1});
    assertThat(answer("pea", "c.edi")).startsWith("REFUSED");
    assertThat(left).exists();
    assertThat(push(Edi.itmatt("L12", "MX", List.of(ITEM))).statusCode()).isEqualTo(429);
  }

  @Test
  void leavesAFileThatTheGatewayFailsToTake() throws Exception {
    gateway.with("CHASQUI_DOCUMENT_MOST_BYTES", "10000000").start();
    var spool = gateway.data().resolve("spool");
    Files.delete(spool);
    var file = drop("cla", "large.edi", new byte[2_000_000]);
    await().atMost(PATIENCE).until(() -> gateway.steps().contains("failure-record"));
    assertThat(file).exists();
    Files.createDirectory(spool);
    assertThat(answer("cla", "large.edi")).startsWith("REFUSED");
    await().atMost(PATIENCE).until(() -> Files.notExists(file));
  }

  private Path drop(String party, String name, byte[] document) throws Exception {
    var inbox = Files.createDirectories(gateway.data().resolve("inbox").resolve(party));
    Files.write(inbox.resolve(name + ".part"), document);
    return Files.move(inbox.resolve(name + ".part"), inbox.resolve(name));
  }

  private String answer(String party, String name) throws Exception {
    var file = gateway.data().resolve("inbox/.answers").resolve(party).resolve(name + ".txt");
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    return Files.readString(file);
  }

  private RawHttp post(long length) throws Exception {
    return new RawHttp(gateway.gateway().url())
        .head(
            "POST /v1/interchanges HTTP/1.1",
            "Authorization: Bearer " + gateway.token("cla"),
            "Content-Type: application/edifact",
            "Content-Length: " + length);
  }

  private HttpResponse<String> push(byte[] document) throws Exception {
    return gateway.post("cla", "/v1/interchanges", "application/edifact", document);
  }

  private HttpResponse<String> stream(HttpClient client, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(gateway.gateway().url() + "/v1/interchanges"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + gateway.token("cla"))
            .header("Content-Type", "application/edifact")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> stream(HttpClient.Version version, byte[] body) throws Exception {
    var publisher = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    var request =
        HttpRequest.newBuilder(URI.create(gateway.gateway().url() + "/v1/interchanges"))
            .version(version)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + gateway.token("cla"))
            .header("Content-Type", "application/edifact")
            .POST(publisher);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElse(-1);
  }

  private static Optional<String> type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type");
  }

  /** RFC 9457: the media type and the members that a client may rely on. */
  private static void assertProblem(int status, Optional<String> type, String body, int expected)
      throws Exception {
    assertThat(status).as(body).isEqualTo(expected);
    assertThat(type).contains("application/problem+json");
    var problem = JSON.readTree(body);
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("type").asText()).isNotBlank();
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
  }
}
