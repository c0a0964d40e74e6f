package org.chasqui.codec.wco;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the WCO Data Model. */
public final class WcoCodecs {
  private WcoCodecs() {}

  /** The encoder {@code wco-declaration} and the decoder {@code wco-response}. */
  public static List<Codec> all() {
    return List.of(new DeclarationEncoder(), new ResponseDecoder());
  }
}
