package org.chasqui.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database: its tables, the one connection that writes, and the pool that reads. */
final class Store implements AutoCloseable {
  private static final String SQLITE_WRITER =
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;"
          + " PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000";
  private static final String SQLITE_READER =
      "PRAGMA query_only=ON; PRAGMA busy_timeout=10000; PRAGMA cache_size=-8192";

  private final LedgerConfiguration configuration;
  private HikariDataSource readers;

  Store(LedgerConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Makes or updates the tables. */
  void migrate() {
    boolean sqlite = configuration.isSqlite();
    try {
      if (sqlite) {
        writer().close();
      }
      Flyway.configure()
          .dataSource(configuration.jdbcUrl(), configuration.user(), configuration.password())
          .locations("classpath:org/chasqui/ledger/migration")
          .placeholders(
              Map.of(
                  "key", sqlite ? "INTEGER" : "BIGINT",
                  "ordered", sqlite ? "" : "COLLATE \"C\"",
                  "clustered", sqlite ? " WITHOUT ROWID" : ""))
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException | SQLException e) {
      throw new LedgerException("cannot open " + configuration + ": " + e.getMessage(), e);
    }
  }

  /** A new connection for the one writer. */
  Connection writer() throws SQLException {
    var properties = new Properties();
    if (configuration.isSqlite()) {
      var connection = DriverManager.getConnection(configuration.jdbcUrl(), properties);
      pragmas(connection);
      return connection;
    }
    if (configuration.user() != null) {
      properties.setProperty("user", configuration.user());
    }
    if (configuration.password() != null) {
      properties.setProperty("password", configuration.password());
    }
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("prepareThreshold", "1");
    // the writer looks rows up one by one: a plan that scans is always a wrong guess
    properties.setProperty(
        "options", "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off");
    return DriverManager.getConnection(configuration.jdbcUrl(), properties);
  }

  private static void pragmas(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var pragma : SQLITE_WRITER.split(";")) {
        statement.execute(pragma);
      }
    }
  }

  /** A connection for reading; closing it gives it back. */
  Connection reader() throws SQLException {
    return readers().getConnection();
  }

  private synchronized HikariDataSource readers() {
    if (readers == null) {
      var config = new HikariConfig();
      config.setPoolName("ledger-readers");
      config.setJdbcUrl(configuration.jdbcUrl());
      config.setUsername(configuration.user());
      config.setPassword(configuration.password());
      config.setMaximumPoolSize(configuration.readers());
      config.setMinimumIdle(1);
      config.setAutoCommit(false);
      config.setReadOnly(!configuration.isSqlite());
      if (configuration.isSqlite()) {
        config.setConnectionInitSql(SQLITE_READER);
      } else {
        config.addDataSourceProperty("logServerErrorDetail", "false");
      }
      readers = new HikariDataSource(config);
    }
    return readers;
  }

  @Override
  public synchronized void close() {
    if (readers != null) {
      readers.close();
    }
  }
}
