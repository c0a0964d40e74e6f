package org.chasqui.codec.cds;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the customs declaration service. */
public final class CdsCodecs {
  private CdsCodecs() {}

  /** The codec {@code upu-cds}. */
  public static List<Codec> all() {
    return List.of(new CdsCodec());
  }
}
