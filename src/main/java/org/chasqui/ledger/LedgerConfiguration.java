package org.chasqui.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Where a ledger is kept and how it behaves.
 *
 * @param jdbcUrl {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://host:port/database}
 * @param user of the database, or null
 * @param password of the database, or null
 * @param node name of this gateway; two gateways on one database must differ
 * @param queue writes that may wait for the writer; more make callers wait
 * @param patience how long a caller waits for a place in that queue before it is refused
 * @param firstHandOver how long new work is left to its first hand-over before {@link Ledger#due}
 *     finds it
 * @param readers connections for reading
 * @param clock the time
 */
public record LedgerConfiguration(
    String jdbcUrl,
    String user,
    String password,
    String node,
    int queue,
    Duration patience,
    Duration firstHandOver,
    int readers,
    InstantSource clock) {

  /** The usual settings. */
  public static LedgerConfiguration of(String jdbcUrl, String user, String password, String node) {
    return new LedgerConfiguration(
        jdbcUrl,
        user,
        password,
        node,
        4096,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        4,
        InstantSource.system());
  }

  /** A SQLite file with the usual settings. */
  public static LedgerConfiguration sqlite(Path file, String node) {
    return of("jdbc:sqlite:" + file.toAbsolutePath(), null, null, node);
  }

  /** The same with another clock. */
  public LedgerConfiguration at(InstantSource newClock) {
    return new LedgerConfiguration(
        jdbcUrl, user, password, node, queue, patience, firstHandOver, readers, newClock);
  }

  boolean isSqlite() {
    return jdbcUrl.startsWith("jdbc:sqlite:");
  }

  @Override
  public String toString() {
    return "LedgerConfiguration[" + jdbcUrl.replaceAll("\\?.*", "") + ", node " + node + "]";
  }
}
