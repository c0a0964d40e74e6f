package org.chasqui.quality;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one declaration is worth. A measure that stands in none of the sets does not concern it.
 *
 * @param met measures that it fulfils
 * @param failed measures that it fails
 * @param unknown measures about which nothing can be said
 */
public record Assessment(Set<Measure> met, Set<Measure> failed, Set<Measure> unknown) {

  /** Collects verdicts; of several about one measure the worst stands. */
  static final class Draft {
    private final EnumSet<Measure> met = EnumSet.noneOf(Measure.class);
    private final EnumSet<Measure> failed = EnumSet.noneOf(Measure.class);
    private final EnumSet<Measure> unknown = EnumSet.noneOf(Measure.class);

    void judge(Measure measure, boolean good) {
      if (!good) {
        failed.add(measure);
        met.remove(measure);
      } else if (!failed.contains(measure)) {
        met.add(measure);
      }
      unknown.remove(measure);
    }

    void unknown(Measure measure) {
      if (!met.contains(measure) && !failed.contains(measure)) {
        unknown.add(measure);
      }
    }

    /** The whole from its parts: failed with one of them, unknown when all are. */
    void sum(Measure whole, Set<Measure> parts) {
      if (parts.stream().anyMatch(failed::contains)) {
        judge(whole, false);
      } else if (parts.stream().anyMatch(met::contains)) {
        judge(whole, true);
      } else {
        unknown(whole);
      }
    }

    Assessment finished() {
      return new Assessment(met, failed, unknown);
    }
  }
}
