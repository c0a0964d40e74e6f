package org.chasqui.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.flow.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on a real Kafka broker and a real PostgreSQL. */
class ClusterPipelineTest extends PipelineContract {
  @TempDir static Path brokerFolder;
  private static final AtomicInteger WORLDS = new AtomicInteger();
  private static EmbeddedKafka kafka;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startParts() throws Exception {
    kafka = new EmbeddedKafka(brokerFolder);
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopParts() throws Exception {
    kafka.close();
    postgres.close();
  }

  @Override
  Map<String, String> world() throws Exception {
    var name = "world" + WORLDS.incrementAndGet();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return Map.of(
        "CHASQUI_BACKBONE",
        "kafka",
        "CHASQUI_BACKBONE_URL",
        kafka.brokers(),
        "CHASQUI_BACKBONE_PREFIX",
        name,
        "CHASQUI_LEDGER_URL",
        postgres.getJdbcUrl("postgres", name),
        "CHASQUI_LEDGER_USER",
        "postgres");
  }
}
