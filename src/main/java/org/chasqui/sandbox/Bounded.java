package org.chasqui.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a hub remembers: the oldest is forgotten for what is one too many. */
final class Bounded<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  Bounded(int most) {
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > most;
  }
}
