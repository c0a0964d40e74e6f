package org.chasqui.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of a code list: comments and the names of the columns left out, cut at the commas. */
final class ListFile {
  private ListFile() {}

  /**
   * The rows of a file.
   *
   * @param columns how many there are; the last one may hold commas
   * @throws IllegalArgumentException naming file and line when a row has fewer
   */
  static List<String[]> rows(Path folder, String name, int columns) {
    try (var lines = Files.lines(folder.resolve(name))) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> row(name, line, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
    }
  }

  private static String[] row(String name, String line, int columns) {
    var cells = line.split(",", columns);
    if (cells.length < columns) {
      throw new IllegalArgumentException(name + ": fewer than " + columns + " columns in: " + line);
    }
    return cells;
  }
}
