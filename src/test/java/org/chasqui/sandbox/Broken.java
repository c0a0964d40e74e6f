package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents with one fault put in. */
final class Broken {
  private Broken() {}

  /** A document in which something, which it must hold, is replaced where it stands first. */
  static String document(String sound, String from, String to) {
    assertThat(sound).contains(from);
    int at = sound.indexOf(from);
    return sound.substring(0, at) + to + sound.substring(at + from.length());
  }
}
