package org.chasqui.codec.siscomex;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of Siscomex Remessa. */
public final class SiscomexCodecs {
  private SiscomexCodecs() {}

  /** The encoder {@code siscomex-remessa} and the decoder {@code siscomex-consulta}. */
  public static List<Codec> all() {
    return List.of(new RemessaEncoder(), new ConsultaDecoder());
  }
}
