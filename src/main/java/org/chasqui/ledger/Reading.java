package org.chasqui.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs queries on a connection that never writes. Statements stay prepared as long as their
 * connection is open.
 */
final class Reading {
  private final Store store;
  private final Map<Connection, Sql> prepared = new ConcurrentHashMap<>();

  Reading(Store store) {
    this.store = store;
  }

  /** Questions asked in one transaction. */
  interface Question<T> {
    T ask(Sql sql) throws SQLException;
  }

  <T> T read(Question<T> question) {
    try (var connection = store.reader()) {
      var answer = question.ask(sql(connection.unwrap(Connection.class)));
      connection.rollback();
      return answer;
    } catch (SQLException e) {
      throw new LedgerException("cannot read the ledger: " + LedgerException.reason(e), e);
    }
  }

  private Sql sql(Connection connection) throws SQLException {
    var known = prepared.get(connection);
    if (known == null) {
      // a connection that the pool has closed took its statements with it
      for (var other : List.copyOf(prepared.keySet())) {
        if (other.isClosed()) {
          prepared.remove(other);
        }
      }
      known = new Sql(connection);
      prepared.put(connection, known);
    }
    return known;
  }
}
