package org.chasqui.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, prepared once each. Parameters are strings, numbers and bytes. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  int update(String text, Object... values) throws SQLException {
    var statement = statement(text);
    bind(statement, values);
    return statement.executeUpdate();
  }

  /** Runs the statement once for each row of values. */
  void batch(String text, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    var statement = statement(text);
    for (var row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  <T> List<T> list(String text, Row<T> reader, Object... values) throws SQLException {
    var statement = statement(text);
    bind(statement, values);
    var found = new ArrayList<T>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  <T> Optional<T> first(String text, Row<T> reader, Object... values) throws SQLException {
    var statement = statement(text);
    bind(statement, values);
    try (var rows = statement.executeQuery()) {
      return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
    }
  }

  /** One number; 0 when there is no row. */
  long number(String text, Object... values) throws SQLException {
    return first(text, row -> row.getLong(1), values).orElse(0L);
  }

  private PreparedStatement statement(String text) throws SQLException {
    var known = statements.get(text);
    if (known == null) {
      known = connection.prepareStatement(text);
      statements.put(text, known);
    }
    return known;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case String text -> statement.setString(i + 1, storable(text));
        case Integer number -> statement.setInt(i + 1, number);
        case Long number -> statement.setLong(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("cannot bind " + values[i].getClass());
      }
    }
  }

  /** PostgreSQL keeps no NUL in text; the same text must come back from both stores. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  @Override
  public void close() throws SQLException {
    for (var statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }
}
