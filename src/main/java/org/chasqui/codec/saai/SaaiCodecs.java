package org.chasqui.codec.saai;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of SAAI. */
public final class SaaiCodecs {
  private SaaiCodecs() {}

  /** The encoder {@code saai-m3}. */
  public static List<Codec> all() {
    return List.of(new M3Encoder());
  }
}
