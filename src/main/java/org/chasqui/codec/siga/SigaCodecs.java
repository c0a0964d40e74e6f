package org.chasqui.codec.siga;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of SIGA. */
public final class SigaCodecs {
  private SigaCodecs() {}

  /** The encoder {@code siga-import}. No answer of SIGA is published. */
  public static List<Codec> all() {
    return List.of(new SigaImportEncoder());
  }
}
