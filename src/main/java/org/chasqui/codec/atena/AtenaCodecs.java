package org.chasqui.codec.atena;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of ATENA. */
public final class AtenaCodecs {
  private AtenaCodecs() {}

  /** The encoder {@code atena-sad} and the decoder {@code atena-declaration}. */
  public static List<Codec> all() {
    return List.of(new SadEncoder(), new DeclarationDecoder());
  }
}
