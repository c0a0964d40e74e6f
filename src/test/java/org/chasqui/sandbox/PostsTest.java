package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What posts count, against a door that misbehaves. */
class PostsTest {
  private static final String ITMATT =
      """
      UNA:+.? '
      UNB+UNOC:3+J1CCLA:58+J1CBRA:58+261103:0915+ITM000000001++ITMATT'
      UNH+1+ITMATT:D:00A:UN:M33'
      CNI+1+CP123456785CL'
      FTX+AAA+++it?'s a trap CNI+9+XX000000000XX'
      CNI+2+RR473124829GB'
      UNT+5+1'
      UNZ+1+ITM000000001'
      """;

  private static final String CUSRSP =
      "UNA:+.? 'UNB+UNOC:3+RFB+J1CCLA:58+261104:1010+CR1++CUSRSP'UNH+1+CUSRSP:D:00A:UN:M44'"
          + "DOC+976+CP123456785CL'GIS+4'GIS+25:SRM:ZZZ'DOC+976+RR473124829GB'GIS+6'"
          + "DOC+976+AA000000005CL'GIS+4'UNT+9+1'UNZ+1+CR1'";

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final List<String> outbox = new ArrayList<>();
  private HttpServer door;

  @BeforeEach
  void openDoor() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/", this::answer);
    door.start();
  }

  @AfterEach
  void closeDoor() {
    door.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().getPath();
      calls.add(exchange.getRequestMethod() + " " + path + " " + body);
      if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      var answer = reply(path).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(path.endsWith("interchanges") ? 202 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized String reply(String path) {
    if (path.endsWith("acknowledge")) {
      outbox.clear();
      return "{\"acknowledged\":1}";
    }
    var entries = new ArrayList<String>();
    for (var document : outbox) {
      entries.add("{\"id\":\"7\",\"document\":\"" + document + "\"}");
    }
    return "{\"entries\":[" + String.join(",", entries) + "]}";
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
  }

  @Test
  void sendsTheSameBytesUntilTheyAreTaken() throws Exception {
    busy.set(2);
    try (var posts = new Posts(address(), Map.of("cla", "token"))) {
      var result = posts.push("cla", ITMATT.getBytes(StandardCharsets.UTF_8));
      assertThat(result.status()).isEqualTo(202);
      assertThat(result.attempts()).isEqualTo(3);
      assertThat(calls).hasSize(3).allMatch(call -> call.equals(calls.getFirst()));
      assertThat(posts.counters().pushedItems()).isEqualTo(2);
    }
  }

  @Test
  void countsOnlyItsOwnItemsAsToldAndOnlyLastDecisionsAsEnded() throws Exception {
    try (var posts = new Posts(address(), Map.of("cla", "token"))) {
      posts.push("cla", ITMATT.getBytes(StandardCharsets.UTF_8));
      synchronized (this) {
        outbox.add(CUSRSP);
        outbox.add("UNB+X'UCI+ITM000000001+J1CCLA:58+CHASQUI+7'UNZ+1+X'");
      }
      posts.startFetching();
      await().atMost(Duration.ofSeconds(10)).until(() -> posts.counters().documents() == 2);
      var counters = posts.counters("cla");
      assertThat(counters.toldItems()).isEqualTo(2);
      assertThat(counters.endedItems()).isEqualTo(1);
      assertThat(counters.decisions()).isEqualTo(3);
      assertThat(counters.controls()).isEqualTo(1);
      assertThat(posts.wasTold("cla", "RR473124829GB")).isTrue();
      assertThat(calls).contains("POST /v1/outbox/cla/acknowledge {\"deliveries\":[\"7\",\"7\"]}");
    }
  }
}
