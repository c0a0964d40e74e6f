package org.chasqui.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The end of the chain of events that one node writes. Each event carries the hash of the one
 * before it; the hash is SHA-256 over a JSON array of all columns.
 */
final class Chain {
  static final byte[] NOTHING_BEFORE = new byte[32];
  static final String INSERT =
      "INSERT INTO event (chain, sequence, happened_at, type, party, interchange_id, delivery_id,"
          + " detail, previous, hash) VALUES (?,?,?,?,?,?,?,?,?,?)";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private long sequence;
  private byte[] hash;

  Chain(String name, long sequence, byte[] hash) {
    this.name = name;
    this.sequence = sequence;
    this.hash = hash;
  }

  /** An event as it stands in the store. */
  record Link(
      String chain,
      long sequence,
      long at,
      String type,
      String party,
      long interchangeId,
      long deliveryId,
      String detail,
      byte[] previous) {

    byte[] hash() {
      return Digests.of(canonical().getBytes(StandardCharsets.UTF_8));
    }

    /** As it is stored. */
    Object[] row(byte[] hash) {
      return new Object[] {
        chain, sequence, at, type, party, interchangeId, deliveryId, detail, previous, hash
      };
    }

    private String canonical() {
      return json(
          List.of(
              chain,
              sequence,
              at,
              type,
              party,
              interchangeId,
              deliveryId,
              detail,
              HexFormat.of().formatHex(previous)));
    }
  }

  long sequence() {
    return sequence;
  }

  byte[] hash() {
    return hash;
  }

  Chain copy() {
    return new Chain(name, sequence, hash);
  }

  /** The row of the next event; the chain ends with it now. */
  Object[] append(
      long at, String type, String party, long interchangeId, long deliveryId, String detail) {
    var link =
        new Link(
            name,
            sequence + 1,
            at,
            type,
            Sql.storable(party),
            interchangeId,
            deliveryId,
            Sql.storable(detail),
            hash);
    sequence = link.sequence();
    hash = link.hash();
    return link.row(hash);
  }

  /** Details as JSON, names in order, without those that have no value. */
  static String detail(Map<String, String> values) {
    var sorted = new TreeMap<String, String>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            sorted.put(name, value);
          }
        });
    return json(sorted);
  }

  static Map<String, String> detail(String json) {
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      return Map.of("unreadable", "true");
    }
  }

  static List<Object> array(String json) {
    try {
      return JSON.readValue(json, new TypeReference<ArrayList<Object>>() {});
    } catch (JsonProcessingException e) {
      throw new LedgerException("text in the store is damaged", e);
    }
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }
}
