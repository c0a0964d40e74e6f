package org.chasqui.ledger;

import java.sql.SQLException;
import java.time.Duration;

/** The gateways that share a ledger: each has a number for its ids and a chain for its events. */
final class Nodes {
  private static final int TRIES = 5;

  private Nodes() {}

  /**
   * What the store knows of this node.
   *
   * @param mark below which it may have given ids, in milliseconds since 2026
   */
  record Registered(int number, long mark) {}

  static Registered register(Store store, LedgerConfiguration configuration) throws SQLException {
    for (int i = 1; ; i++) {
      try (var connection = store.writer();
          var sql = new Sql(connection)) {
        connection.setAutoCommit(false);
        var registered = register(sql, configuration);
        connection.commit();
        return registered;
      } catch (SQLException e) {
        // two new nodes asked for the same number at the same time
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  /** True when the store took a write of this node within that time. */
  static boolean writes(Writer writer, String node, Duration within) {
    try {
      return writer.write(transaction -> seen(transaction, node), within);
    } catch (LedgerException e) {
      return false;
    }
  }

  private static boolean seen(Transaction transaction, String node) throws SQLException {
    return transaction
            .sql()
            .update("UPDATE node SET seen_at = ? WHERE name = ?", transaction.now(), node)
        == 1;
  }

  private static Registered register(Sql sql, LedgerConfiguration configuration)
      throws SQLException {
    var name = configuration.node();
    sql.update(
        "INSERT INTO node (name, number, id_high, seen_at)"
            + " SELECT ?, COALESCE(MAX(number) + 1, 0), 0, ? FROM node WHERE 1 = 1"
            + " ON CONFLICT (name) DO NOTHING",
        name,
        configuration.clock().millis());
    sql.update(
        "INSERT INTO chain_head (chain, sequence, hash) VALUES (?, 0, ?)"
            + " ON CONFLICT (chain) DO NOTHING",
        name,
        Chain.NOTHING_BEFORE);
    return sql.first(
            "SELECT number, id_high FROM node WHERE name = ?",
            row -> new Registered(row.getInt(1), row.getLong(2)),
            name)
        .orElseThrow();
  }
}
