package org.chasqui.codec.upu;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.Codec;
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
    var cusrsp = CusrspWriter.cusrsp(definitions);
    var itmatt = new ItmattWriter("upu-itmatt", definitions, "ITMATT");
    var emsevt = new EmsevtWriter(definitions);
    var predes = PredesWriter.predes(definitions);
    var cardit = new CarditWriter(definitions);
    var resdit = new ResditWriter(definitions);
    var resdes = ReceiptWriter.resdes(definitions);
    var rescon = ReceiptWriter.rescon(definitions);
    var ofReceptacles = new PostalEncoder.OfReceptacles(resdit, rescon, resdes);
    var itmref = new ItmrefWriter(definitions);
    var refrsp = new RefrspWriter(definitions);
    return List.of(
        new UpuDecoder(definitions),
        itmatt,
        new ItmattWriter("upu-cusitm", definitions, "CUSITM"),
        new CuscarWriter(definitions),
        CusrspWriter.cusres(definitions),
        cusrsp,
        emsevt,
        predes,
        PredesWriter.precon(definitions),
        cardit,
        resdit,
        resdes,
        rescon,
        itmref,
        refrsp,
        new PostalEncoder(List.of(itmatt, cusrsp, emsevt, predes, itmref, refrsp), ofReceptacles));
  }
}
