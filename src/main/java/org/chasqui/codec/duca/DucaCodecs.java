package org.chasqui.codec.duca;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the DUCA. */
public final class DucaCodecs {
  private DucaCodecs() {}

  /** The encoders {@code duca-xml} and {@code duca-json}, and the decoders of their answers. */
  public static List<Codec> all() {
    return List.of(
        new DucaEncoder(DucaForm.XML),
        new DucaEncoder(DucaForm.JSON),
        new DucaXmlDecoder(),
        new DucaJsonDecoder());
  }
}
