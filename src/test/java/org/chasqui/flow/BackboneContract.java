package org.chasqui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.chasqui.ledger.Work;
import org.junit.jupiter.api.Test;

/** What every backbone must do; run against a real broker of each kind. */
abstract class BackboneContract {
  private static final int MANY = 500;
  private static final long PATIENCE_SECONDS = 60;

  /** A fresh backbone for one test. */
  abstract Backbone backbone() throws Exception;

  @Test
  void bringsEveryIdToItsQueue() throws Exception {
    var received = new Received(MANY + 2);
    try (var road = new Road(backbone(), received)) {
      IntStream.range(0, MANY).forEach(id -> road.hand(Work.Kind.DELIVER, id, "aa"));
      road.hand(Work.Kind.DELIVER, 7_001, "bb");
      road.hand(Work.Kind.INTERPRET, 7_002, "aa");
      received.await();
    }
    assertThat(received.of("aa")).hasSize(MANY);
    assertThat(received.of("bb")).containsExactly("7001");
    assertThat(received.of("received")).containsExactly("7002");
  }

  @Test
  void keepsNoPartyWaitingForANeighbourThatHangs() throws Exception {
    var received = new Received(20);
    var hang = new CountDownLatch(1);
    try (var road = new Road(backbone(), received, hang)) {
      road.hand(Work.Kind.DELIVER, 1, "aa");
      IntStream.range(0, 20).forEach(id -> road.hand(Work.Kind.DELIVER, id, "bb"));
      received.await();
      assertThat(received.of("bb")).hasSize(20);
      assertThat(received.of("aa")).isEmpty();
      hang.countDown();
    }
  }

  @Test
  void goesOnAfterWorkThatFails() throws Exception {
    var received = new Received(5);
    try (var road = new Road(backbone(), received)) {
      road.hand(Work.Kind.DELIVER, -1, "aa");
      IntStream.range(0, 5).forEach(id -> road.hand(Work.Kind.DELIVER, id, "aa"));
      received.await();
    }
    assertThat(received.of("aa")).hasSize(5);
  }

  @Test
  void takesNothingOfAStrangerButTheId() throws Exception {
    var received = new Received(1);
    try (var road = new Road(backbone(), received)) {
      road.strange(
          "aa",
          "7",
          Map.of(
              "CamelHttpUri", "http://127.0.0.1:1",
              "CAmelBeanMethodName", "toString",
              "CamelFileName", "../stolen",
              "ChasquiWork", "stolen",
              "stolen", "stolen"));
      received.await();
    }
    assertThat(received.of("aa")).containsExactly("7");
    assertThat(received.headers())
        .noneMatch(
            name -> name.matches("(?i)camel(http|bean|file).*|chasqui.*|.*override.*|stolen"));
  }

  /** What arrived, by queue. */
  private static final class Received {
    private final ConcurrentHashMap<String, Set<String>> byQueue = new ConcurrentHashMap<>();
    private final Set<String> headers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch left;

    Received(int expected) {
      left = new CountDownLatch(expected);
    }

    void add(String queue, String id) {
      if (byQueue.computeIfAbsent(queue, ignored -> ConcurrentHashMap.newKeySet()).add(id)) {
        left.countDown();
      }
    }

    void add(String queue, Message message) {
      headers.addAll(message.getHeaders().keySet());
      add(queue, message.getBody(String.class));
    }

    Set<String> headers() {
      return headers;
    }

    Set<String> of(String queue) {
      return byQueue.getOrDefault(queue, Set.of());
    }

    void await() throws InterruptedException {
      assertThat(left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** A context with the hand-over route and a consumer for each queue. */
  private static final class Road implements AutoCloseable {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BackboneConnection connection;
    private final Dispatcher dispatcher;

    Road(Backbone backbone, Received received) throws Exception {
      this(backbone, received, new CountDownLatch(0));
    }

    Road(Backbone backbone, Received received, CountDownLatch hang) throws Exception {
      context.disableJMX();
      context.getShutdownStrategy().setTimeout(5);
      connection = BackboneConnection.open(context, backbone);
      context.getPropertiesComponent().setInitialProperties(backbone.endpoints());
      context.getRegistry().bind("handOver", new HandOver());
      context.start();
      context.addRoutes(consumers(received, hang));
      org.apache.camel.support.PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              GatewayFlow.files(java.nio.file.Path.of("routes")).stream()
                  .filter(file -> file.getLocation().contains("hand-over"))
                  .toList());
      dispatcher = new Dispatcher(context.createProducerTemplate());
    }

    private RouteBuilder consumers(Received received, CountDownLatch hang) {
      return new RouteBuilder() {
        @Override
        public void configure() {
          from("{{chasqui.backbone.received.from}}")
              .process(e -> received.add("received", e.getMessage()));
          for (var party : List.of("aa", "bb")) {
            from(getContext()
                    .resolvePropertyPlaceholders("{{chasqui.backbone.outbound.from}}")
                    .replace("<party>", party)
                    .replace("<at-once>", "1"))
                .process(
                    e -> {
                      var id = e.getMessage().getBody(String.class);
                      if (id.equals("-1")) {
                        throw new IllegalStateException("fails on purpose");
                      }
                      if (party.equals("aa")) {
                        hang.await();
                      }
                      received.add(party, e.getMessage());
                    });
          }
        }
      };
    }

    void hand(Work.Kind kind, long id, String party) {
      dispatcher.handOver(new Work(kind, id, party));
    }

    /** Puts an id with headers on a party's queue, as anybody could who reaches the broker. */
    void strange(String party, String id, Map<String, Object> headers) {
      var uri =
          context
              .resolvePropertyPlaceholders("{{chasqui.backbone.outbound.to}}")
              .replace("${header.ChasquiParty}", party)
              .replaceFirst("&headerFilterStrategy=[^&]*", "");
      try (var producer = context.createProducerTemplate()) {
        producer.sendBodyAndHeaders(uri, id, headers);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws Exception {
      context.stop();
      connection.close();
    }
  }
}
