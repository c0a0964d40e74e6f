package org.chasqui.codec.arca;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the SIM services. */
public final class ArcaCodecs {
  private ArcaCodecs() {}

  /** The decoder {@code arca-estados}. */
  public static List<Codec> all() {
    return List.of(new EstadosDecoder());
  }
}
