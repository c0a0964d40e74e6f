package org.chasqui.profile;

/** How sure a national fact is. */
public enum Confidence {
  /** Read in a published document or schema of the authority, or code generated from it. */
  DOCUMENTED,
  /** Follows from documented neighbours or secondary sources. */
  INFERRED,
  /** Not known: our own choice until somebody tells. */
  UNKNOWN
}
