package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.outcome;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification finds what was changed behind the ledger's back: what every ledger does. */
abstract class LedgerVerifyContract extends LedgerFlowContract {
  final void sql(String text) {
    var configuration = configuration("one");
    try (var connection =
            configuration.isSqlite()
                ? DriverManager.getConnection(configuration.jdbcUrl())
                : DriverManager.getConnection(configuration.jdbcUrl(), "postgres", null);
        var statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(text, e);
    }
  }

  final List<Problem> faults() {
    var faults = new ArrayList<Problem>();
    ledger.verify(faults::add);
    return faults;
  }

  final void aDay() {
    scene.deliver(scene.declare("k1", "br", 1, "RR1", "RR2"));
    long told = scene.decide("d1", 1, DecisionStatus.RELEASED, "RR1", "RR2");
    ledger.finish(scene.claim(told), outcome(DeliveryState.OFFERED));
    ledger.acknowledge("cla", List.of(told));
  }

  @Test
  void verifiesAnUntouchedLedger() {
    aDay();
    ledger.note("br", "opened", Map.of("reason", "5 failures"));

    var faults = new ArrayList<Problem>();
    assertThat(ledger.verify(faults::add)).isEqualTo(8);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/chain/one/2|UPDATE event SET detail = '{}' WHERE sequence = 2",
        "/chain/one/3|UPDATE event SET happened_at = happened_at + 1 WHERE sequence = 3",
        "/chain/one/4|DELETE FROM event WHERE sequence = 4",
        "/chain/one/7|DELETE FROM event WHERE sequence = 7",
        "/chain/one/1|DELETE FROM event",
        "/chain/one/1|DELETE FROM event WHERE sequence = 1",
        "/chain/one/2|UPDATE event SET sequence = 100 WHERE sequence = 2;"
            + "UPDATE event SET sequence = 2 WHERE sequence = 3;"
            + "UPDATE event SET sequence = 3 WHERE sequence = 100",
        "/chain/one/8|INSERT INTO event SELECT chain, 8, happened_at, type, party, interchange_id,"
            + " delivery_id, detail, previous, hash FROM event WHERE sequence = 7",
        "/chain/x/1|INSERT INTO event SELECT 'x', 1, happened_at, type, party, interchange_id,"
            + " delivery_id, detail, previous, hash FROM event WHERE sequence = 1",
        "/raw|DELETE FROM raw_piece",
        "/interchange|UPDATE interchange SET sha256 = 'x' WHERE party = 'cla'",
        "/messages/1-2|DELETE FROM message WHERE business_key = 'RR1'",
        "/messages/1-2|UPDATE message SET json = (SELECT json FROM message WHERE"
            + " business_key = 'RR2' AND kind = 1) WHERE business_key = 'RR1'",
        "/messages/1-2|INSERT INTO message (id, interchange_id, position, kind, sender, version,"
            + " refused, decisive, recorded_at) SELECT 5, interchange_id, 3, 1, 'x', 1, 0, 0, 0"
            + " FROM message WHERE position = 1",
        "/document|DELETE FROM delivery_document",
      })
  void findsWhatWasTamperedWith(String where, String tampering) {
    aDay();
    if (tampering.contains("(id, interchange_id")) {
      tampering += " AND kind = 1";
    }
    for (var statement : tampering.split(";")) {
      sql(statement);
    }

    assertThat(faults()).anyMatch(fault -> fault.location().text().contains(where));
  }
}
