package org.chasqui.codec.din;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of DIN. */
public final class DinCodecs {
  private DinCodecs() {}

  /** The encoder {@code din-declaration} and the decoder {@code din-response}. */
  public static List<Codec> all() {
    return List.of(new DinEncoder(), new DinDecoder());
  }
}
