package org.chasqui.codec.asycuda;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the ASYCUDA World cargo family. */
public final class AsycudaCodecs {
  private AsycudaCodecs() {}

  /** The encoder {@code asycuda-awbolds} and the decoder {@code asycuda-status}. */
  public static List<Codec> all() {
    return List.of(new AwboldsEncoder(), new AwstatusDecoder());
  }
}
