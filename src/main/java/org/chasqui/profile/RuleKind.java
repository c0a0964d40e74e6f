package org.chasqui.profile;

import java.util.Locale;

/** What a dated rule is about. */
public enum RuleKind {
  THRESHOLD,
  QUOTA,
  RELEASE_CATEGORY,
  REQUIREMENT,
  IDENTIFIER;

  /** As written in data: {@code release-category}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
