package org.chasqui.ledger;

import java.sql.SQLException;

/**
 * One piece of writing that happens whole or not at all. It may be run again after a rollback, so
 * it changes nothing but the store.
 */
interface Unit<T> {
  T run(Transaction transaction) throws SQLException;
}
