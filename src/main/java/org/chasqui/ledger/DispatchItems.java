package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chasqui.message.DispatchId;
import org.chasqui.message.ReceptacleId;

/** Which items travel in which receptacles and dispatches. */
final class DispatchItems {
  private static final int AT_ONCE = 200;

  /** Places for keys, filled by {@link #inPages}. */
  static final String PLACES = "(?" + ",?".repeat(AT_ONCE - 1) + ")";

  /** The latest usable pre-advice of a dispatch by a sender that names items: others name none. */
  static final String LATEST =
      "(SELECT MAX(a.id) FROM message a WHERE a.business_key = ? AND a.kind = 2 AND a.refused = 0"
          + " AND EXISTS (SELECT 1 FROM dispatch_item x WHERE x.message_id = a.id"
          + " AND x.sender = ?))";

  private static final String CARRY =
      "INSERT INTO dispatch_item (item, message_id, dispatch, receptacle, sender)"
          + " VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING";
  private static final String MENTION =
      "INSERT INTO message_item (item, message_id) VALUES (?,?) ON CONFLICT DO NOTHING";
  private static final String DISPATCHES = "SELECT dispatch FROM dispatch_item WHERE item = ?";
  private static final String ITEMS =
      "SELECT item FROM dispatch_item WHERE receptacle = ? UNION"
          + " SELECT item FROM dispatch_item WHERE message_id IN"
          + " (SELECT id FROM message WHERE business_key = ? AND kind = 2)";
  private static final String DISPATCHES_OF =
      "SELECT DISTINCT dispatch FROM dispatch_item WHERE sender = ? AND item IN " + PLACES;
  private static final String UNDECLARED =
      "SELECT COALESCE((SELECT l.sender FROM message l WHERE l.business_key = d.item AND l.kind = 1"
          + " AND l.refused = 0 ORDER BY l.id DESC LIMIT 1), '')"
          + " FROM dispatch_item d WHERE d.message_id = "
          + LATEST
          + " AND d.sender NOT IN (SELECT m.sender FROM message m WHERE m.business_key = d.item"
          + " AND m.kind = 1 AND m.refused = 0 AND m.id >= (SELECT COALESCE(MAX(b.id), 0)"
          + " FROM message b WHERE b.business_key = d.item AND b.kind = 1 AND b.refused = 0"
          + " AND b.begins = 1))";

  private DispatchItems() {}

  static void record(Sql sql, ItemLife life) throws SQLException {
    sql.batch(CARRY, life.carried().stream().map(DispatchItems::row).toList());
    sql.batch(
        MENTION,
        life.mentions().stream()
            .map(mention -> new Object[] {mention.item(), mention.messageId()})
            .toList());
  }

  private static Object[] row(DispatchItem item) {
    return new Object[] {
      item.item(), item.messageId(), item.dispatch(), item.receptacle(), item.sender()
    };
  }

  /** The item, receptacle or dispatch itself, what carries it and what it carries. */
  static Set<String> around(Sql sql, String subject) throws SQLException {
    var all = new LinkedHashSet<String>();
    all.add(subject);
    all.addAll(sql.list(DISPATCHES, row -> row.getString(1), subject));
    ReceptacleId.parse(subject).ifPresent(bag -> all.add(bag.dispatch().text()));
    all.addAll(within(sql, subject));
    return all;
  }

  /** The items of a receptacle or dispatch. */
  static List<String> within(Sql sql, String subject) throws SQLException {
    return sql.list(ITEMS, row -> row.getString(1), subject, subject);
  }

  /** The dispatches of a post that hold any of these items. */
  static Set<String> dispatches(Sql sql, String post, List<String> items) throws SQLException {
    return new LinkedHashSet<>(inPages(sql, DISPATCHES_OF, List.of(post), items));
  }

  /**
   * How many items of the latest pre-advice of a dispatch its post has not declared in the present
   * life of their id, without those that go back to the country of who declared them last.
   */
  static long undeclared(Sql sql, String dispatch, String post, UnaryOperator<String> countryOf)
      throws SQLException {
    var home = DispatchId.parse(dispatch).map(id -> id.destination().countryCode());
    return sql.list(UNDECLARED, row -> row.getString(1), dispatch, post).stream()
        .filter(declarant -> home.isEmpty() || !home.get().equals(countryOf.apply(declarant)))
        .count();
  }

  /** Asks for any number of keys with one text: the last key fills the places that are left. */
  static List<String> inPages(Sql sql, String text, Collection<String> first, List<String> keys)
      throws SQLException {
    var found = new ArrayList<String>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
      var values = new ArrayList<Object>(first);
      values.addAll(some);
      values.addAll(Collections.nCopies(AT_ONCE - some.size(), some.getLast()));
      found.addAll(sql.list(text, row -> row.getString(1), values.toArray()));
    }
    return found;
  }
}
