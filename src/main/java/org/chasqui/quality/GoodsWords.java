package org.chasqui.quality;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.rule.VagueDescriptions;

/**
 * Names of goods and the chapters of the Harmonized System where they can be, from {@code
 * goods-words.csv}. Ours: a small list that tells the grossly wrong code, not the right one.
 */
final class GoodsWords {
  private static final String FILE = "goods-words.csv";

  private final Map<String, BitSet> chapters = new HashMap<>();

  private GoodsWords() {}

  static GoodsWords of(Path folder) {
    var list = new GoodsWords();
    for (var row : ListFile.rows(folder, FILE, 3)) {
      var set = list.chapters.computeIfAbsent(VagueDescriptions.plain(row[1]), w -> new BitSet(98));
      for (var chapter : row[2].trim().split(" ")) {
        set.set(Integer.parseInt(chapter));
      }
    }
    return list;
  }

  /** Whether a code can be right; empty when the description has no known word. */
  Optional<Boolean> fits(String description, String hsCode) {
    int chapter = Integer.parseInt(hsCode.substring(0, 2));
    var known = false;
    for (var word : VagueDescriptions.plain(description).split(" ")) {
      var possible = find(word);
      if (possible != null) {
        known = true;
        if (possible.get(chapter)) {
          return Optional.of(true);
        }
      }
    }
    return known ? Optional.of(false) : Optional.empty();
  }

  /** As listed, else without the ending of a plural. */
  private BitSet find(String word) {
    var found = chapters.get(word);
    for (var ending : new String[] {"s", "es"}) {
      if (found == null && word.length() > ending.length() + 2 && word.endsWith(ending)) {
        found = chapters.get(word.substring(0, word.length() - ending.length()));
      }
    }
    return found;
  }
}
