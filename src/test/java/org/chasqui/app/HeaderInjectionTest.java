package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.ledger.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stranger puts into headers never steers the flow, whatever its case (CVE-2026-40022 and
 * its kin): at the HTTP door, in its query, and in the answers of hubs.
 */
class HeaderInjectionTest {
  private static final String ITEM = "CP123456785CL";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private TinyHub hub;
  private TinyHub trap;
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    trap = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"TRAP\"}"));
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub).start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
    trap.close();
  }

  private Map<String, String> injected() {
    var all = new LinkedHashMap<String, String>();
    for (var name : List.of("CamelHttp", "CAmelHttp", "camelhttp", "CAMELHTTP")) {
      all.put(name + "Uri", trap.address());
      all.put(name + "Path", "/health/live");
      all.put(name + "Method", "GET");
      all.put(name + "Query", "a=b");
      all.put(name + "ResponseCode", "418");
    }
    for (var name : List.of("CamelBean", "CAmelBean", "cAMELbEAN")) {
      all.put(name + "MethodName", "toString");
    }
    all.put("CamelFileName", "../../stolen");
    all.put("CAmelJmsDestinationName", "stolen");
    all.put("JMSReplyTo", "queue://stolen");
    all.put("kafka.OVERRIDE_TOPIC", "stolen");
    all.put("CamelKafkaOverrideTopic", "stolen");
    all.put("operationName", "stolen");
    all.put("operationNamespace", "stolen");
    all.put("org.apache.camel.stolen", "stolen");
    all.put("ChasquiWork", "1");
    all.put("chasquiPARTY", "pea");
    all.put("ChasquiTransport", "nothing");
    return all;
  }

  @Test
  void headersOfACallerNeitherSteerTheFlowNorComeBack() throws Exception {
    var lines = new ArrayList<String>();
    lines.add("Authorization: Bearer " + gateway.token("cla"));
    injected().forEach((name, value) -> lines.add(name + ": " + value));
    var answer = post("/v1/interchanges", lines, Edi.itmatt("H1", "MX", List.of(ITEM)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.head()).doesNotContain("stolen", trap.address());
    assertTaken();
  }

  @Test
  void parametersOfTheQueryNeitherSteerTheFlowNorComeBack() throws Exception {
    var query =
        injected().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    var answer =
        post(
            "/v1/interchanges?" + query + "&Content-Length=999999999999&Content-Type=a",
            List.of("Authorization: Bearer " + gateway.token("cla")),
            Edi.itmatt("H2", "MX", List.of(ITEM)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.head()).doesNotContain("stolen", trap.address());
    assertTaken();
  }

  @Test
  void aTokenInTheQueryIsNoToken() throws Exception {
    var answer =
        post(
            "/v1/interchanges?Authorization=Bearer%20" + gateway.token("cla"),
            List.of(),
            Edi.itmatt("H3", "MX", List.of(ITEM)));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void aFormDoesNotBecomeHeaders() throws Exception {
    var lines = new ArrayList<String>();
    lines.add("Authorization: Bearer " + gateway.token("cla"));
    lines.add("Content-Type: application/x-www-form-urlencoded");
    var form = "CamelHttpResponseCode=418&bad name\u0001=x&CAmelBeanMethodName=toString";
    var answer = post("/v1/interchanges", lines, form.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void headersOfACallerOfTheApiDoNotComeBack() throws Exception {
    try (var call = new RawHttp(gateway.gateway().url())) {
      var lines = new ArrayList<String>();
      lines.add("GET /health/live HTTP/1.1");
      injected().forEach((name, value) -> lines.add(name + ": " + value));
      var answer = call.head(lines.toArray(String[]::new)).answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.head()).doesNotContain("stolen", trap.address());
    }
  }

  @Test
  void headersOfAHubDoNotSteerItsDelivery() throws Exception {
    hub.behave(
        call -> new TinyHub.Reply(202, "application/json", "{\"reference\":\"MX-1\"}", injected()));
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt("H4", "MX", List.of(ITEM)));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertTaken();
  }

  private RawHttp.Answer post(String target, List<String> headers, byte[] body) throws Exception {
    var lines = new ArrayList<String>();
    lines.add("POST " + target + " HTTP/1.1");
    lines.add("Content-Length: " + body.length);
    lines.addAll(headers);
    try (var call = new RawHttp(gateway.gateway().url())) {
      return call.head(lines.toArray(String[]::new)).write(body).answer();
    }
  }

  /** The one item came to its hub, once, by the way of its profile, and to nobody else. */
  private void assertTaken() {
    await().atMost(PATIENCE).until(() -> mexico().delivered() == 1);
    assertThat(mexico().parked()).isZero();
    assertThat(hub.calls()).hasSize(1);
    var call = hub.calls().getFirst();
    assertThat(call.method() + " " + call.path()).isEqualTo("POST /v1/declarations");
    assertThat(call.body()).contains(ITEM);
    assertThat(call.headers().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).matches("camel.*|chasqui.*"));
    assertThat(call.headers().values().toString()).doesNotContain("stolen");
    assertThat(trap.calls()).isEmpty();
  }

  private Tally mexico() {
    var none = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
    return gateway.gateway().ledger().tallies().getOrDefault("mx", none);
  }
}
