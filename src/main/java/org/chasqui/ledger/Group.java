package org.chasqui.ledger;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chasqui.ledger.Writer.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction of a group of units, on the one connection that writes; one that a sender waits
 * for at a door is soon full. A group runs without savepoints; when a unit fails, the group is run
 * again with one savepoint for each, so that only the failing one fails.
 */
final class Group {
  private static final Logger LOG = LoggerFactory.getLogger(Group.class);
  private static final long FULL_AFTER = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long FULL_AFTER_URGENT = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int TRIES = 3;

  private final Store store;
  private final LedgerConfiguration configuration;
  private Ids ids;
  private Sql sql;
  private Chain chain;

  Group(Store store, LedgerConfiguration configuration) {
    this.store = store;
    this.configuration = configuration;
  }

  void ids(Ids newIds) {
    ids = newIds;
  }

  /** Runs the first unit and what else waits, commits, and tells each caller. */
  void commit(Pending<?> first, WaitingLine waiting) {
    var units = new ArrayList<Pending<?>>();
    units.add(first);
    try {
      connect();
      var results = runTogether(units, waiting);
      for (int i = 0; i < units.size(); i++) {
        tell(units.get(i), results.get(i));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("a group of {} writes failed: {}", units.size(), LedgerException.reason(e));
      disconnect();
      var failure =
          new LedgerException("the ledger could not write: " + LedgerException.reason(e), e);
      units.forEach(unit -> unit.result().completeExceptionally(failure));
    }
  }

  /** What a unit failed with. */
  private record Failed(Exception cause) {}

  private static void tell(Pending<?> unit, Object result) {
    if (result instanceof Failed failed) {
      unit.result().completeExceptionally(failed.cause());
    } else {
      unit.succeed(result);
    }
  }

  private List<Object> runTogether(List<Pending<?>> units, WaitingLine waiting)
      throws SQLException {
    var transaction = begin();
    long mark = markIds();
    var results = new ArrayList<Object>();
    long start = System.nanoTime();
    boolean urgent = units.getFirst().urgent();
    try {
      results.add(units.getFirst().unit().run(transaction));
      while (System.nanoTime() - start < (urgent ? FULL_AFTER_URGENT : FULL_AFTER)) {
        var next = waiting.poll();
        if (next == null) {
          break;
        }
        units.add(next);
        urgent |= next.urgent();
        results.add(next.unit().run(transaction));
      }
    } catch (SQLException | RuntimeException e) {
      sql.connection().rollback();
      return runApart(units);
    }
    finish(transaction, mark);
    return results;
  }

  private List<Object> runApart(List<Pending<?>> units) throws SQLException {
    var transaction = begin();
    long mark = markIds();
    var results = new ArrayList<Object>();
    for (var unit : units) {
      results.add(runAlone(unit, transaction));
    }
    finish(transaction, mark);
    return results;
  }

  private Object runAlone(Pending<?> unit, Transaction transaction) throws SQLException {
    Exception failure = null;
    for (int i = 0; i < TRIES; i++) {
      var mark = transaction.mark();
      Savepoint savepoint = sql.connection().setSavepoint();
      try {
        var result = unit.unit().run(transaction);
        sql.connection().releaseSavepoint(savepoint);
        return result;
      } catch (SQLException | RuntimeException e) {
        sql.connection().rollback(savepoint);
        transaction.backTo(mark);
        failure = e;
        if (!(e instanceof SQLException broken && again(broken))) {
          break;
        }
      }
    }
    return new Failed(failure);
  }

  /** Deadlock, lost race of two nodes for a row, lost race for a unique key. */
  private static boolean again(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return state.equals("40P01") || state.equals("40001") || state.equals("23505");
  }

  private Transaction begin() {
    return new Transaction(sql, configuration.node(), configuration.clock().millis(), chain);
  }

  private long markIds() throws SQLException {
    long wanted = ids.wanted();
    if (wanted > 0) {
      sql.update("UPDATE node SET id_high = ? WHERE name = ?", wanted, configuration.node());
    }
    return wanted;
  }

  private void finish(Transaction transaction, long mark) throws SQLException {
    transaction.flush(chain);
    sql.connection().commit();
    chain = transaction.chain();
    if (mark > 0) {
      ids.marked(mark);
    }
  }

  private void connect() throws SQLException {
    if (sql != null) {
      return;
    }
    var connection = store.writer();
    connection.setAutoCommit(false);
    var fresh = new Sql(connection);
    chain =
        fresh
            .first(
                "SELECT sequence, hash FROM chain_head WHERE chain = ?",
                row -> new Chain(configuration.node(), row.getLong(1), row.getBytes(2)),
                configuration.node())
            .orElseThrow(() -> new LedgerException("the head of the chain is missing"));
    connection.commit();
    sql = fresh;
  }

  private void disconnect() {
    if (sql == null) {
      return;
    }
    try (var connection = sql.connection()) {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("closing a broken connection: {}", LedgerException.reason(e));
    }
    sql = null;
  }

  void close() {
    disconnect();
  }
}
