package org.chasqui.codec.upu;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.Codec;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.MessageDefinition;

/** The codecs of this package. */
public final class UpuCodecs {
  private UpuCodecs() {}

  /** With the layouts of the build. */
  public static List<Codec> all() {
    return with(Definitions.builtIn());
  }

  /** With the layouts of a folder, see {@code docs/formats/edifact.md}. */
  public static List<Codec> all(Path definitions) {
    return with(Definitions.of(definitions));
  }

  private static List<Codec> with(Definitions definitions) {
    var cusrsp = new CusrspWriter(layout(definitions, "CUSRSP"));
    var itmatt = new ItmattWriter("upu-itmatt", layout(definitions, "ITMATT"));
    var emsevt = new EmsevtWriter(layout(definitions, "EMSEVT"));
    return List.of(
        new UpuDecoder(definitions),
        itmatt,
        new ItmattWriter("upu-cusitm", layout(definitions, "CUSITM")),
        cusrsp,
        emsevt,
        new PostalEncoder(List.of(itmatt, cusrsp, emsevt)));
  }

  private static MessageDefinition layout(Definitions definitions, String type) {
    return definitions
        .find(type, null)
        .orElseThrow(() -> new IllegalStateException("no EDIFACT definition of " + type));
  }
}
