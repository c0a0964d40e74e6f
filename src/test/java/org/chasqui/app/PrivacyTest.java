package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** No personal data and no payload in logs, metrics and events (P7), whatever goes wrong. */
class PrivacyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SECRETS =
      List.of("Ana Rojas", "Providencia", "Juan Perez", "Calle Mayor", "poesia", "7500000");

  @TempDir Path folder;
  private final Lines lines = new Lines();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger own = (Logger) LoggerFactory.getLogger("org.chasqui");

  /** Every event of the log as one text. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      all.add(
          event.getFormattedMessage()
              + event.getKeyValuePairs()
              + event.getMDCPropertyMap()
              + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  @BeforeEach
  void listen() {
    own.setLevel(Level.TRACE);
    lines.setContext(root.getLoggerContext());
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void leave() {
    root.detachAppender(lines);
    own.setLevel(null);
  }

  @Test
  void keepsTheTextsOfParcelsOutOfWhatPeopleAndMachinesRead() throws Exception {
    var answers =
        List.of(
            TinyHub.Reply.json(503, "{\"error\":\"Juan Perez\"}"),
            TinyHub.Reply.json(202, "{\"reference\":"),
            TinyHub.Reply.json(500, "Ana Rojas, Providencia"),
            TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"),
            TinyHub.Reply.json(422, "{\"errors\":[{\"message\":\"Juan Perez is unknown\"}]}"));
    try (var hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-0\"}"));
        var gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub)) {
      hub.behave(call -> answer(hub.calls().size(), answers));
      gateway
          .edit(
              "administrations/mx.yaml",
              "(?m)^limits:\\n",
              "limits:\n  firstBackoff: PT0.01S\n  breakerPause: PT0.1S\n")
          .start();
      push(gateway, "P1", "CP123456785CL", "UNZ", "UNZ");
      push(gateway, "P2", "CP123456799CL", "MEA+WT+G+KGM:1.250", "MEA+WT+G+KGM:Juan Perez");
      push(gateway, "P3", "CP123456799CL", "NAD+CN+++Juan Perez", "NAD+CN+++Juan Perez\u0001");
      push(gateway, "P4", "CP123456808CL", "60.00:USD", "Ana Rojas:USD");
      gateway.post(
          "cla",
          "/v1/messages",
          "application/cloudevents+json",
          "{\"Ana Rojas\"".getBytes(StandardCharsets.UTF_8));
      await().atMost(PATIENCE).until(() -> hub.calls().size() >= 5);
      var metrics = gateway.get("cla", "/metrics").body();
      var events = new StringBuilder();
      for (var item : List.of("CP123456785CL", "CP123456799CL", "CP123456808CL")) {
        gateway
            .gateway()
            .ledger()
            .timeline(item)
            .ifPresent(story -> story.events().forEach(events::append));
      }
      assertThat(events.toString()).contains("interpreted");
      assertClean("metrics", metrics);
      assertClean("events", events.toString());
    }
    assertThat(lines.all).isNotEmpty();
    assertClean("log", lines.all.stream().collect(Collectors.joining("\n")));
  }

  /** Breaks the first connection off, which the gateway logs. */
  private static TinyHub.Reply answer(int call, List<TinyHub.Reply> answers) throws IOException {
    if (call == 1) {
      throw new IOException("broken off");
    }
    return answers.get((call - 2) % answers.size());
  }

  private static void push(
      TestGateway gateway, String reference, String item, String good, String bad)
      throws Exception {
    var document =
        new String(Edi.itmatt(reference, "MX", List.of(item)), StandardCharsets.ISO_8859_1)
            .replace(good, bad)
            .getBytes(StandardCharsets.ISO_8859_1);
    gateway.post("cla", "/v1/interchanges", "application/edifact", document);
  }

  private static void assertClean(String where, String text) {
    for (var secret : SECRETS) {
      assertThat(text).as(where).doesNotContain(secret);
    }
  }
}
