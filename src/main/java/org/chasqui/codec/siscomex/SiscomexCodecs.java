package org.chasqui.codec.siscomex;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of Siscomex Remessa. */
public final class SiscomexCodecs {
  private SiscomexCodecs() {}

  /**
   * The encoders {@code siscomex-remessa}, {@code siscomex-retificacao}, {@code siscomex-presenca}
   * and {@code siscomex-devolucao}, and the decoder {@code siscomex-consulta}.
   */
  public static List<Codec> all() {
    return List.of(
        new RemessaEncoder(LoteKind.REGISTRATION),
        new RemessaEncoder(LoteKind.RECTIFICATION),
        new PresencaEncoder(),
        new DevolucaoEncoder(),
        new ConsultaDecoder());
  }
}
