package org.chasqui.codec;

import java.util.Set;

/**
 * One format. Codecs do no I/O of their own, know no clock and no country; they are thread-safe. A
 * codec implements {@link Encoder}, {@link Decoder} or both.
 */
public interface Codec {

  /** Name that profiles use in {@code format.codec}, for example {@code asycuda-awbolds}. */
  String name();

  /** Keys of {@link ProfileView#settings()} that this codec reads; a profile may set no other. */
  default Set<String> settings() {
    return Set.of();
  }

  /** The settings of {@link #settings()} without which it cannot work. */
  default Set<String> requiredSettings() {
    return Set.of();
  }

  /** Names of {@link ProfileView#codes()} that this codec reads. */
  default Set<String> codeMaps() {
    return Set.of();
  }
}
