package org.chasqui.codec.ecuapass;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of ECUAPASS. */
public final class EcuapassCodecs {
  private EcuapassCodecs() {}

  /** The encoder {@code ecuapass-envelope} and the decoder {@code ecuapass-response}. */
  public static List<Codec> all() {
    return List.of(new EnvelopeEncoder(), new ResponseDecoder());
  }
}
