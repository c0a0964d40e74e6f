package org.chasqui.codec.muisca;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of MUISCA. */
public final class MuiscaCodecs {
  private MuiscaCodecs() {}

  /** The encoder {@code muisca-file}. */
  public static List<Codec> all() {
    return List.of(new FileEncoder());
  }
}
