package org.chasqui.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts of parties, summed over the nodes that counted, and what connectors keep. */
final class Tallies {
  private final Writer writer;
  private final Reading reading;

  Tallies(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  Map<String, Tally> all() {
    var tallies = new HashMap<String, Tally>();
    reading.read(
        sql ->
            sql.list(
                "SELECT party, SUM(accepted), SUM(delivered), SUM(decided), SUM(told),"
                    + " SUM(refused), SUM(parked), SUM(waiting), SUM(losses), SUM(problems),"
                    + " MAX(last_delivered), MAX(last_decided) FROM tally GROUP BY party",
                row ->
                    tallies.put(
                        row.getString(1),
                        new Tally(
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8),
                            row.getLong(9),
                            row.getLong(10),
                            Columns.moment(row, 11),
                            Columns.moment(row, 12)))));
    return tallies;
  }

  Optional<String> state(String party, String key) {
    return reading.read(
        sql ->
            sql.first(
                "SELECT content FROM party_state WHERE party = ? AND name = ?",
                row -> row.getString(1),
                party,
                key));
  }

  void state(String party, String key, String value) {
    writer.write(
        transaction ->
            value == null
                ? transaction
                    .sql()
                    .update("DELETE FROM party_state WHERE party = ? AND name = ?", party, key)
                : transaction
                    .sql()
                    .update(
                        "INSERT INTO party_state (party, name, content) VALUES (?,?,?)"
                            + " ON CONFLICT (party, name) DO UPDATE SET content = excluded.content",
                        party,
                        key,
                        value));
  }
}
