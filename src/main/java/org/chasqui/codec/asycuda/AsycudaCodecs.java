package org.chasqui.codec.asycuda;

import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of the ASYCUDA World families: cargo and declaration. */
public final class AsycudaCodecs {
  private AsycudaCodecs() {}

  /**
   * The encoders {@code asycuda-awbolds} and {@code asycuda-awdelete} of items, {@code
   * asycuda-awmds}, {@code asycuda-awappend} and {@code asycuda-awmcds} of dispatches, {@code
   * asycuda-sad-421} and {@code asycuda-sad-jm} of declarations; the decoders {@code
   * asycuda-status} and {@code asycuda-sad}.
   */
  public static List<Codec> all() {
    return List.of(
        new AwboldsEncoder(),
        new AwdeleteEncoder(),
        new ManifestEncoder(ManifestRoot.AWMDS),
        new ManifestEncoder(ManifestRoot.AWAPPEND),
        new ManifestEncoder(ManifestRoot.AWMCDS),
        new SadEncoder(SadDialect.GRENADA),
        new SadEncoder(SadDialect.JAMAICA),
        new AwstatusDecoder(),
        new SadDecoder());
  }
}
