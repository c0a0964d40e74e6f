package org.chasqui.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for the tests of a run; each test has a database of its own. */
final class Postgres {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Postgres() {}

  /** The server, started when the first test asks for it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The address of a new, empty database. */
  static String newDatabase() {
    var name = "ledger" + NUMBER.incrementAndGet();
    var server = Server.RUNNING;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL made no database", e);
    }
    return server.getJdbcUrl("postgres", name);
  }
}
