package org.chasqui.sandbox;

/** The declaration service of a post: holds declarations until their response is stored. */
public interface DeclarationStore {

  /** Puts declarations into it, as {@code cdsViews}. */
  void offer(byte[] views);
}
