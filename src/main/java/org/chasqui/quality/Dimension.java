package org.chasqui.quality;

import java.util.Locale;

/** The sides from which the quality of data is looked at (WCO: the first four). */
public enum Dimension {
  COMPLETENESS,
  ACCURACY,
  CONSISTENCY,
  TIMELINESS,
  MATCH;

  /** The form in keys and addresses: {@code completeness}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
