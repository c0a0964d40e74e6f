package org.chasqui.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real Kafka broker. */
class KafkaBackboneTest extends BackboneContract {
  @TempDir static Path folder;
  private static final AtomicInteger WORLDS = new AtomicInteger();
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafka(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  @Override
  Backbone backbone() {
    return new Backbone.Kafka(kafka.brokers(), "world" + WORLDS.incrementAndGet(), Map.of());
  }
}
