package org.chasqui.ledger;

import org.junit.jupiter.api.BeforeEach;

/** The contract on PostgreSQL. */
class PostgresLedgerTest extends LedgerReadingContract {
  private String url;

  @BeforeEach
  @Override
  void open() {
    url = Postgres.newDatabase();
    super.open();
  }

  @Override
  LedgerConfiguration configuration(String node) {
    return LedgerConfiguration.of(url, "postgres", null, node);
  }
}
