package org.chasqui.sandbox.traffic;

import java.util.List;

/** Names and streets of one language. */
record Names(
    List<String> given, List<String> family, List<String> organisations, List<String> streets) {

  static Names parse(String line) {
    var cells = line.split("\\|", -1);
    return new Names(split(cells[1]), split(cells[2]), split(cells[3]), split(cells[4]));
  }

  private static List<String> split(String cell) {
    return List.of(cell.split(","));
  }
}
