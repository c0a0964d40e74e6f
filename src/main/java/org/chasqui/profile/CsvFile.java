package org.chasqui.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads code lists: comma-separated, lines that begin with # are comments, the first names columns.
 */
final class CsvFile {
  private CsvFile() {}

  /** A row and the line that it stands on. */
  record Row(int line, List<String> columns) {}

  /**
   * The rows after the one that names the columns.
   *
   * @param file path below the folder, which also names it in faults
   */
  static List<List<String>> rows(
      Path configDir, String file, int columns, Consumer<ConfigurationFault> faults) {
    return numbered(configDir, file, columns, faults).stream().map(Row::columns).toList();
  }

  /** The same with the line of each row, counted from 1. */
  static List<Row> numbered(
      Path configDir, String file, int columns, Consumer<ConfigurationFault> faults) {
    List<Row> rows = new ArrayList<>();
    var lines = lines(configDir.resolve(file));
    boolean named = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("#") || lines.get(i).isBlank()) {
        continue;
      }
      var row = columns(lines.get(i));
      if (row.size() != columns) {
        var rule = "must have " + columns + " columns";
        faults.accept(new ConfigurationFault(file, i + 1, "row", rule, String.valueOf(row.size())));
      } else if (named) {
        rows.add(new Row(i + 1, row));
      }
      named = true;
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts a line at commas outside quotes; a doubled quote inside quotes is one (RFC 4180). */
  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    var column = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        column.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        columns.add(column.toString());
        column.setLength(0);
      } else {
        column.append(c);
      }
    }
    columns.add(column.toString());
    return columns;
  }
}
