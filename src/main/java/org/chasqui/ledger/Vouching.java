package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chasqui.message.Problem;

/** Compares the contents of the ledger with the digests that its events vouch with. */
final class Vouching {
  private static final String PURGED =
      "SELECT COUNT(*) FROM event WHERE type = 'purged' AND interchange_id = ?"
          + " AND interchange_id > 0";
  private static final String PURGED_DELIVERY =
      "SELECT COUNT(*) FROM event WHERE type = 'purged' AND delivery_id = ? AND delivery_id > 0";
  private static final String PIECE =
      "SELECT content FROM raw_piece WHERE interchange_id = ? AND piece = ?";
  private static final String MESSAGES =
      "SELECT id, json, digest, assessment FROM message WHERE interchange_id = ? AND position >= ?"
          + " AND position <= ? ORDER BY position, id";
  private static final String BEYOND =
      "SELECT COUNT(*) FROM message WHERE interchange_id = ? AND position > ?";

  private final Reading reading;
  private final Consumer<Problem> report;
  private final RuleVouching rules = new RuleVouching();

  Vouching(Reading reading, Consumer<Problem> report) {
    this.reading = reading;
    this.report = report;
  }

  /** Something that differs from what an event says. */
  private record Difference(String pointer, String found, String expected) {}

  void check(List<Verifying.Stored> events) {
    for (var event : events) {
      // what a changed event says proves nothing; the walk along the chain reports it
      if (event.unchanged()) {
        var difference = difference(event.link());
        if (difference != null) {
          report.accept(
              Verifying.fault(difference.pointer(), difference.found(), difference.expected()));
        }
      }
    }
  }

  /** Then whether every rule that an assessment refers to is there, unchanged. */
  void checkRules() {
    rules.check(reading, report);
  }

  private Difference difference(Chain.Link event) {
    var detail = Chain.detail(event.detail());
    try {
      return reading.read(
          sql ->
              switch (event.type()) {
                case "received" -> raw(sql, event, detail);
                case "interpreted" -> messages(sql, event, detail);
                case "enriched" -> enriched(sql, event, detail);
                case "purged", "replayed" -> null;
                default -> documents(sql, event, detail);
              });
    } catch (LedgerException e) {
      return new Difference(pointer(event, ""), e.getMessage(), "content that can be read");
    }
  }

  private static String pointer(Chain.Link event, String part) {
    var content =
        event.interchangeId() > 0
            ? "/interchange/" + event.interchangeId()
            : "/delivery/" + event.deliveryId();
    return "/chain/" + event.chain() + "/" + event.sequence() + content + part;
  }

  private static Difference raw(Sql sql, Chain.Link event, Map<String, String> detail)
      throws SQLException {
    long id = event.interchangeId();
    var expected = detail.get("sha256");
    var digest = Digests.sha256();
    int piece = 0;
    for (var content = sql.first(PIECE, row -> row.getBytes(1), id, piece);
        content.isPresent();
        content = sql.first(PIECE, row -> row.getBytes(1), id, piece)) {
      digest.update(Packed.unpack(content.get()));
      piece++;
    }
    var header = sql.first("SELECT sha256 FROM interchange WHERE id = ?", r -> r.getString(1), id);
    if (!header.orElse("nothing").equals(expected)) {
      return new Difference(pointer(event, ""), header.orElse("nothing"), "sha256 " + expected);
    }
    if (piece == 0) {
      return sql.number(PURGED, id) > 0
          ? null
          : new Difference(pointer(event, "/raw"), "nothing", "sha256 " + expected);
    }
    var found = Digests.hex(digest.digest());
    return found.equals(expected)
        ? null
        : new Difference(pointer(event, "/raw"), "sha256 " + found, "sha256 " + expected);
  }

  private Difference messages(Sql sql, Chain.Link event, Map<String, String> detail)
      throws SQLException {
    int from = Integer.parseInt(detail.get("from"));
    int to = Integer.parseInt(detail.get("to"));
    var digest = new MessagesDigest();
    var counted = sql.list(MESSAGES, row -> add(digest, row), event.interchangeId(), from, to);
    var part = "/messages/" + from + "-" + to;
    if (!digest.hex().equals(detail.get("digest"))) {
      return new Difference(
          pointer(event, part),
          counted.size() + " messages, digest " + digest.hex(),
          detail.get("count") + " messages, digest " + detail.get("digest"));
    }
    long beyond = detail.containsKey("last") ? sql.number(BEYOND, event.interchangeId(), to) : 0;
    return beyond == 0
        ? null
        : new Difference(pointer(event, part), beyond + " messages after the last", "none");
  }

  private long add(MessagesDigest digest, ResultSet row) throws SQLException {
    long id = row.getLong(1);
    var json = row.getBytes(2);
    var assessment = row.getString(4);
    digest.add(id, json == null ? row.getBytes(3) : Digests.of(Packed.unpack(json)), assessment);
    rules.add(assessment);
    return id;
  }

  private Difference enriched(Sql sql, Chain.Link event, Map<String, String> detail)
      throws SQLException {
    long at = Long.parseLong(detail.get("at"));
    sql.list(Enrichments.OF_DELIVERY, row -> row.getString(3), event.deliveryId(), at)
        .forEach(rules::add);
    var found = Enrichments.digest(sql, event.deliveryId(), at);
    return found.equals(detail.get("digest"))
        ? null
        : new Difference(
            pointer(event, "/answers"), "digest " + found, "digest " + detail.get("digest"));
  }

  private static Difference documents(Sql sql, Chain.Link event, Map<String, String> detail)
      throws SQLException {
    var sent = document(sql, event, detail, "document", Documents.SENT);
    return sent == null ? document(sql, event, detail, "answer", Documents.ANSWER) : sent;
  }

  private static Difference document(
      Sql sql, Chain.Link event, Map<String, String> detail, String name, int part)
      throws SQLException {
    var expected = detail.get(name);
    if (expected == null || replaced(sql, event, name)) {
      return null;
    }
    var content = Documents.read(sql, event.deliveryId(), part);
    if (content == null && sql.number(PURGED_DELIVERY, event.deliveryId()) > 0) {
      return null;
    }
    var found = content == null ? "nothing" : Digests.hex(Digests.of(content));
    return found.equals(expected)
        ? null
        : new Difference(pointer(event, "/" + name), found, "sha256 " + expected);
  }

  /** True when a later event vouches for another document in this place. */
  private static boolean replaced(Sql sql, Chain.Link event, String name) throws SQLException {
    return sql
        .list(
            "SELECT detail FROM event WHERE delivery_id = ? AND delivery_id > 0"
                + " AND (happened_at > ? OR (happened_at = ? AND chain = ? AND sequence > ?))",
            row -> row.getString(1),
            event.deliveryId(),
            event.at(),
            event.at(),
            event.chain(),
            event.sequence())
        .stream()
        .anyMatch(later -> Chain.detail(later).containsKey(name));
  }
}
