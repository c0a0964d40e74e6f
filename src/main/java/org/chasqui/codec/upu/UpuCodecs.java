package org.chasqui.codec.upu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Codec;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.edifact.Definitions;

/** The codecs of this package. */
public final class UpuCodecs {
  private UpuCodecs() {}

  /** With the layouts of the build. */
  public static List<Codec> all() {
    return with(Definitions.builtIn());
  }

  /**
   * With the layouts of a folder, see {@code docs/formats/edifact.md}.
   *
   * @throws org.chasqui.codec.edifact.DefinitionException when its files have faults
   */
  public static List<Codec> all(Path definitions) {
    return with(Definitions.of(definitions));
  }

  private static List<Codec> with(Definitions definitions) {
    var usual = usual(definitions);
    var ofReceptacles =
        new PostalEncoder.OfReceptacles(
            new ResditWriter(definitions),
            ReceiptWriter.rescon(definitions),
            ReceiptWriter.resdes(definitions));
    var all = new ArrayList<Codec>();
    all.add(new UpuDecoder(definitions));
    all.addAll(usual);
    all.add(new ItmattWriter("upu-cusitm", definitions, "CUSITM"));
    all.add(new CuscarWriter(definitions));
    all.add(CusrspWriter.cusres(definitions));
    all.add(PredesWriter.precon(definitions));
    all.add(new CarditWriter(definitions));
    all.addAll(ofReceptacles.all());
    all.add(new PostalEncoder(usual, ofReceptacles));
    return List.copyOf(all);
  }

  /** The writers of what a post is sent of each kind, unless its profile asks for another. */
  private static List<Encoder> usual(Definitions definitions) {
    return List.of(
        new ItmattWriter("upu-itmatt", definitions, "ITMATT"),
        CusrspWriter.cusrsp(definitions),
        new EmsevtWriter(definitions),
        PredesWriter.predes(definitions),
        new ItmrefWriter(definitions),
        new RefrspWriter(definitions));
  }
}
