package org.chasqui.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which items travel in which dispatches, and who was sent what of an item. */
final class SqlItemBook implements ItemBook {
  private static final String ITEMS =
      "SELECT item FROM dispatch_item WHERE message_id = " + DispatchItems.LATEST;
  private static final String NEWEST = "SELECT " + DispatchItems.LATEST;
  private static final String PREADVICES =
      "SELECT id FROM message WHERE business_key = ? AND kind = 2 AND refused = 0"
          + " AND sender = ? AND json IS NOT NULL ORDER BY id";
  private static final String SENDER = "SELECT sender FROM message WHERE id = ?";
  private static final String CONTENT = "SELECT json FROM message WHERE id = ?";
  private static final String CARRIED =
      "SELECT item, message_id, dispatch, receptacle, sender FROM dispatch_item"
          + " WHERE item IN (%s) AND sender = ? ORDER BY message_id";
  private static final String DECLARATIONS =
      "SELECT l.recipient, m.json FROM message m JOIN delivery_line l ON l.message_id = m.id"
          + " WHERE m.business_key = ? AND m.kind = 1 AND m.refused = 0 AND m.id >= (SELECT"
          + " COALESCE(MAX(b.id), 0) FROM message b WHERE b.business_key = ? AND b.kind = 1"
          + " AND b.refused = 0 AND b.begins > 0) ORDER BY m.id";

  private final Reading reading;

  SqlItemBook(Reading reading) {
    this.reading = reading;
  }

  @Override
  public List<String> dispatched(String dispatch, String sender) {
    return reading.read(sql -> sql.list(ITEMS, row -> row.getString(1), dispatch, sender));
  }

  @Override
  public long latest(String dispatch, String sender) {
    return reading.read(sql -> sql.number(NEWEST, dispatch, sender));
  }

  @Override
  public List<Long> preadvices(String dispatch, String sender) {
    return reading.read(sql -> sql.list(PREADVICES, row -> row.getLong(1), dispatch, sender));
  }

  @Override
  public Optional<byte[]> content(long messageId) {
    return reading.read(
        sql -> sql.first(CONTENT, row -> Packed.unpack(row.getBytes(1)), messageId));
  }

  @Override
  public Optional<String> sender(long messageId) {
    return reading.read(sql -> sql.first(SENDER, row -> row.getString(1), messageId));
  }

  @Override
  public Map<String, DispatchItem> carried(Collection<String> itemIds, String sender) {
    var found = new HashMap<String, DispatchItem>();
    reading.read(
        sql -> {
          for (var keys : Keys.of(itemIds)) {
            sql.list(keys.text(CARRIED), Timelines::carried, keys.values(sender))
                .forEach(item -> found.put(item.item(), item));
          }
          return null;
        });
    return found;
  }

  @Override
  public Map<String, Map<String, byte[]>> declarations(Collection<String> itemIds) {
    var found = new HashMap<String, Map<String, byte[]>>();
    reading.read(
        sql -> {
          for (var item : itemIds) {
            var sent = new LinkedHashMap<String, byte[]>();
            sql.list(
                DECLARATIONS,
                row -> {
                  // so that the last to be sent stands last
                  sent.remove(row.getString(1));
                  return sent.put(row.getString(1), Packed.unpack(row.getBytes(2)));
                },
                item,
                item);
            sent.values().removeIf(json -> json == null);
            found.put(item, sent);
          }
          return null;
        });
    return found;
  }
}
