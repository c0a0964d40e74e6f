package org.chasqui.codec.upu.services;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the UPU's data services. */
public final class ServiceCodecs {
  private ServiceCodecs() {}

  /** The codec {@code upu-cds}, and the decoders of what IPS hands out. */
  public static List<Codec> all() {
    return List.of(
        new CdsCodec(), new IpsMailItemDecoder(), new IpsEventDecoder(), new IpsDispatchDecoder());
  }
}
