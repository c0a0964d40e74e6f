package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Walks every chain of events from its first to its head, and then the contents that the events
 * vouch for.
 */
final class Verifying {
  private static final int AT_ONCE = 500;
  private static final String LINKS =
      "SELECT chain, sequence, happened_at, type, party, interchange_id, delivery_id, detail,"
          + " previous, hash FROM event WHERE chain = ? AND sequence > ? AND sequence <= ?"
          + " ORDER BY sequence LIMIT ?";

  private final Reading reading;
  private final Consumer<Problem> report;
  private final Vouching vouching;
  private long verified;

  Verifying(Reading reading, Consumer<Problem> report) {
    this.reading = reading;
    this.report = report;
    this.vouching = new Vouching(reading, report);
  }

  /** Where a chain ends. */
  private record Head(String chain, long sequence, byte[] hash) {}

  /** An event with the hash that stands beside it. */
  record Stored(Chain.Link link, byte[] hash) {
    boolean unchanged() {
      return Arrays.equals(link.hash(), hash);
    }
  }

  long verify() {
    List<Head> heads =
        reading.read(
            sql ->
                sql.list(
                    "SELECT chain, sequence, hash FROM chain_head ORDER BY chain",
                    row -> new Head(row.getString(1), row.getLong(2), row.getBytes(3))));
    for (var head : heads) {
      walk(head);
    }
    vouching.checkRules();
    strays();
    return verified;
  }

  private void walk(Head head) {
    var at = new Head(head.chain(), 0, Chain.NOTHING_BEFORE);
    while (true) {
      long after = at.sequence();
      List<Stored> links =
          reading.read(
              sql ->
                  sql.list(
                      LINKS, Verifying::stored, head.chain(), after, head.sequence(), AT_ONCE));
      if (links.isEmpty()) {
        break;
      }
      for (var stored : links) {
        at = step(at, stored);
      }
      vouching.check(links);
    }
    if (at.sequence() < head.sequence()) {
      missing(head.chain(), at.sequence() + 1, head.sequence());
    } else if (!Arrays.equals(at.hash(), head.hash())) {
      fault(
          head.chain(), head.sequence(), "hash " + Digests.hex(at.hash()), "the hash of the head");
    }
  }

  private Head step(Head at, Stored stored) {
    var link = stored.link();
    verified++;
    if (link.sequence() != at.sequence() + 1) {
      missing(link.chain(), at.sequence() + 1, link.sequence() - 1);
    } else if (!Arrays.equals(link.previous(), at.hash())) {
      fault(
          link.chain(),
          link.sequence(),
          "previous " + Digests.hex(link.previous()),
          "the hash of the event before: changed, inserted or reordered");
    }
    if (!stored.unchanged()) {
      fault(
          link.chain(), link.sequence(), "hash " + Digests.hex(stored.hash()), "an unchanged row");
    }
    return new Head(link.chain(), link.sequence(), stored.hash());
  }

  /** Events beyond the head of their chain, or of a chain that has none. */
  private void strays() {
    reading.read(
        sql ->
            sql.list(
                "SELECT e.chain, MIN(e.sequence), COUNT(*) FROM event e LEFT JOIN chain_head h"
                    + " ON h.chain = e.chain WHERE h.chain IS NULL OR (e.sequence > h.sequence"
                    + " AND NOT EXISTS (SELECT 1 FROM event b WHERE b.chain = e.chain"
                    + " AND b.sequence = e.sequence - 1 AND b.hash = e.previous))"
                    + " GROUP BY e.chain",
                this::stray));
  }

  private Object stray(ResultSet row) throws SQLException {
    fault(
        row.getString(1),
        row.getLong(2),
        row.getLong(3) + " events beyond the head",
        "no event after the head of the chain");
    return "";
  }

  private void missing(String chain, long from, long to) {
    fault(chain, from, "nothing", from == to ? "this event" : "events up to " + to);
  }

  private void fault(String chain, long sequence, String found, String expected) {
    report.accept(fault("/chain/" + chain + "/" + sequence, found, expected));
  }

  static Problem fault(String pointer, String found, String expected) {
    return Problem.of(ProblemCode.INTEGRITY, new Location.AtPointer(pointer), found, expected);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new Chain.Link(
            row.getString(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            row.getLong(7),
            row.getString(8),
            row.getBytes(9)),
        row.getBytes(10));
  }
}
