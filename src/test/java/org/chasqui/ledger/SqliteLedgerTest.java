package org.chasqui.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class SqliteLedgerTest extends LedgerLetGoContract {
  @TempDir Path folder;

  @Override
  LedgerConfiguration configuration(String node) {
    return LedgerConfiguration.sqlite(folder.resolve("ledger.db"), node);
  }
}
