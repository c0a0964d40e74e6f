package org.chasqui.codec.vucem;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the single window. */
public final class VucemCodecs {
  private VucemCodecs() {}

  /** The encoder {@code vucem-cove} and the decoder {@code vucem-answer}. */
  public static List<Codec> all() {
    return List.of(new CoveEncoder(), new CoveAnswerDecoder());
  }
}
