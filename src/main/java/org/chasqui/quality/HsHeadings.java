package org.chasqui.quality;

import java.nio.file.Path;
import java.util.BitSet;

/** The headings that the Harmonized System has, from {@code hs-headings.csv}. */
final class HsHeadings {
  private static final String FILE = "hs-headings.csv";

  private final BitSet headings = new BitSet(10_000);

  private HsHeadings() {}

  static HsHeadings of(Path folder) {
    var list = new HsHeadings();
    for (var row : ListFile.rows(folder, FILE, 2)) {
      int chapter = Integer.parseInt(row[0]) * 100;
      for (var range : row[1].trim().split(" ")) {
        var ends = range.split("-");
        int last = Integer.parseInt(ends[ends.length - 1]);
        list.headings.set(chapter + Integer.parseInt(ends[0]), chapter + last + 1);
      }
    }
    return list;
  }

  int size() {
    return headings.cardinality();
  }

  /** Six digits. */
  static boolean hasForm(String code) {
    if (code.length() != 6) {
      return false;
    }
    for (var i = 0; i < 6; i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** True when a code of the right form stands under a heading. */
  boolean has(String code) {
    return headings.get(Integer.parseInt(code.substring(0, 4)));
  }
}
