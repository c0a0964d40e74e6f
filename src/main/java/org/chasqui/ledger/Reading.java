package org.chasqui.ledger;

import java.sql.SQLException;

/** Runs queries on a connection that never writes. */
final class Reading {
  private final Store store;

  Reading(Store store) {
    this.store = store;
  }

  /** Questions asked in one transaction. */
  interface Question<T> {
    T ask(Sql sql) throws SQLException;
  }

  <T> T read(Question<T> question) {
    try (var connection = store.reader();
        var sql = new Sql(connection)) {
      var answer = question.ask(sql);
      connection.rollback();
      return answer;
    } catch (SQLException e) {
      throw new LedgerException("cannot read the ledger: " + LedgerException.reason(e), e);
    }
  }
}
