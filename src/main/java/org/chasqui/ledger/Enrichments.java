package org.chasqui.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What services of administrations answered about items before their delivery. Each is kept once;
 * the event {@code enriched} vouches for them.
 */
public final class Enrichments {
  static final String OF_DELIVERY =
      "SELECT message_id, name, applied FROM enrichment WHERE delivery_id = ? AND asked_at = ?"
          + " ORDER BY message_id, name";
  private static final int AT_ONCE = 100;
  private static final String SOME = "(?" + ",?".repeat(AT_ONCE - 1) + ")";
  private static final String KEEP =
      "INSERT INTO enrichment (message_id, name, applied, delivery_id, asked_at)"
          + " VALUES (?,?,?,?,?) ON CONFLICT (message_id, name) DO NOTHING";
  private static final String ASSESSED =
      "SELECT id, assessment FROM message WHERE assessment IS NOT NULL AND id IN " + SOME;
  private static final String ASKED =
      "SELECT message_id, name FROM enrichment WHERE message_id IN " + SOME;
  private static final String OF_ITEM =
      "SELECT e.message_id, e.name, e.applied, e.asked_at FROM message m"
          + " JOIN enrichment e ON e.message_id = m.id WHERE m.business_key = ?"
          + " ORDER BY e.message_id, e.asked_at, e.name LIMIT "
          + Limits.PAGE;

  private final Writer writer;
  private final Reading reading;

  Enrichments(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  /** The assessments of these messages; those without one are absent. */
  public Map<Long, String> assessments(Collection<Long> messageIds) {
    var found = new HashMap<Long, String>();
    read(ASSESSED, messageIds, row -> found.put(row.getLong(1), row.getString(2)));
    return found;
  }

  /** Names of the services that have answered already, by message. */
  public Map<Long, Set<String>> asked(Collection<Long> messageIds) {
    var found = new HashMap<Long, Set<String>>();
    read(
        ASKED,
        messageIds,
        row -> found.computeIfAbsent(row.getLong(1), any -> new HashSet<>()).add(row.getString(2)));
    return found;
  }

  private <T> void read(String sql, Collection<Long> messageIds, Sql.Row<T> row) {
    var wanted = List.copyOf(messageIds);
    reading.read(
        by -> {
          for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            var values = new ArrayList<Object>(some);
            values.addAll(Collections.nCopies(AT_ONCE - some.size(), some.getLast()));
            by.list(sql, row, values.toArray());
          }
          return true;
        });
  }

  /** Keeps answers of one moment; one that is there already stays. */
  public void keep(String party, long deliveryId, Instant at, List<Enriched> answers) {
    if (!answers.isEmpty()) {
      writer.write(
          transaction -> {
            keep(transaction, party, deliveryId, at.toEpochMilli(), answers);
            return true;
          });
    }
  }

  private static void keep(
      Transaction transaction, String party, long deliveryId, long at, List<Enriched> answers)
      throws SQLException {
    var sql = transaction.sql();
    for (var answer : answers) {
      sql.update(KEEP, answer.messageId(), answer.name(), answer.applied(), deliveryId, at);
    }
    transaction.event(
        "enriched",
        party,
        0,
        deliveryId,
        Map.of("at", Long.toString(at), "digest", digest(sql, deliveryId, at)));
  }

  /** The digest that an event vouches with. */
  static String digest(Sql sql, long deliveryId, long at) throws SQLException {
    var rows =
        sql.list(
            OF_DELIVERY,
            row -> row.getLong(1) + "|" + row.getString(2) + "|" + row.getString(3),
            deliveryId,
            at);
    return Digests.hex(Digests.of(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)));
  }

  /** The answers about an item, message by message. */
  public List<Enriched> of(String itemId) {
    return reading.read(
        sql ->
            sql.list(
                OF_ITEM,
                row ->
                    new Enriched(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                itemId));
  }
}
