package org.chasqui.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules that assessed declarations, kept as they were. An assessment refers to texts by the
 * first 32 hex digits of their SHA-256; the events vouch for the assessments, these for the texts.
 */
public final class RuleRecords {
  private static final String KEEP =
      "INSERT INTO rule_text (reference, content) VALUES (?,?) ON CONFLICT (reference) DO NOTHING";
  private static final String OF_ITEM =
      "SELECT m.id, m.assessment FROM message m WHERE m.business_key = ?"
          + " AND m.assessment IS NOT NULL ORDER BY m.id LIMIT "
          + Limits.PAGE;

  private final Writer writer;
  private final Reading reading;

  RuleRecords(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  /** What services of administrations answered about items before their delivery. */
  public Enrichments enrichments() {
    return new Enrichments(writer, reading);
  }

  /** Keeps texts by their references; to be done before an assessment refers to them. */
  public void keep(Map<String, String> texts) {
    var rows = new ArrayList<Object[]>();
    texts.forEach((reference, content) -> rows.add(new Object[] {reference, content}));
    writer.write(
        transaction -> {
          transaction.sql().batch(KEEP, rows);
          return true;
        });
  }

  /** The assessments of an item's declarations by message id, oldest first. */
  public Map<Long, String> assessments(String itemId) {
    return reading.read(
        sql -> {
          var found = new LinkedHashMap<Long, String>();
          sql.list(OF_ITEM, row -> found.put(row.getLong(1), row.getString(2)) == null, itemId);
          return found;
        });
  }

  /** The texts of these references; unknown ones are absent. */
  public Map<String, String> texts(Collection<String> references) {
    return reading.read(
        sql -> {
          var found = new HashMap<String, String>();
          for (var reference : references) {
            sql.first(
                    "SELECT content FROM rule_text WHERE reference = ?",
                    row -> row.getString(1),
                    reference)
                .ifPresent(content -> found.put(reference, content));
          }
          return found;
        });
  }
}
