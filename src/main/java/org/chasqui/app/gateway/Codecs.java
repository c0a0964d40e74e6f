package org.chasqui.app.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.chasqui.codec.Codec;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.arca.ArcaCodecs;
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.atena.AtenaCodecs;
import org.chasqui.codec.din.DinCodecs;
import org.chasqui.codec.duca.DucaCodecs;
import org.chasqui.codec.ecuapass.EcuapassCodecs;
import org.chasqui.codec.folder.FolderCodecs;
import org.chasqui.codec.folder.Regional;
import org.chasqui.codec.muisca.MuiscaCodecs;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.codec.saai.SaaiCodecs;
import org.chasqui.codec.siga.SigaCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.codec.upu.services.ServiceCodecs;
import org.chasqui.codec.vucem.VucemCodecs;
import org.chasqui.codec.wco.WcoCodecs;

/** Every format of the gateway, one line each. */
public final class Codecs {
  private Codecs() {}

  /**
   * All formats, and those of them that are folders.
   *
   * @param folders may be compiled early and exchanged while the gateway runs
   */
  record Loaded(CodecRegistry registry, FolderCodecs folders) {}

  /** The registry; detection asks postal EDI first, the regional JSON after the services. */
  public static CodecRegistry all(Path config) {
    return load(config).registry();
  }

  /** The same, with the formats that are folders at hand. */
  static Loaded load(Path config) {
    // the two that read most files, at once
    var postal = CompletableFuture.supplyAsync(() -> UpuCodecs.all(config.resolve("edifact")));
    var regional = RegionalCodecs.all(config.resolve("schema"));
    var folders =
        FolderCodecs.load(
            config.resolve("formats"), new Regional(json()::write, (Decoder) regional.getFirst()));
    var all = new ArrayList<Codec>();
    all.addAll(Beside.joined(postal));
    // before the regional JSON, which takes any JSON for its own
    all.addAll(ServiceCodecs.all());
    all.addAll(folders.all());
    all.addAll(DucaCodecs.all());
    all.addAll(regional);
    all.addAll(SiscomexCodecs.all());
    all.addAll(AsycudaCodecs.all());
    all.addAll(WcoCodecs.all());
    all.addAll(SigaCodecs.all());
    all.addAll(AtenaCodecs.all());
    all.addAll(DinCodecs.all());
    all.addAll(EcuapassCodecs.all());
    all.addAll(ArcaCodecs.all());
    all.addAll(MuiscaCodecs.all());
    all.addAll(SaaiCodecs.all());
    all.addAll(VucemCodecs.all());
    return new Loaded(new CodecRegistry(all), folders);
  }

  /** The regional JSON for formats that are folders, with the schemas of a configuration. */
  public static Regional regional(Path config) {
    var regional = RegionalCodecs.all(config.resolve("schema"));
    return new Regional(json()::write, (Decoder) regional.getFirst());
  }

  /** Reader and writer of regional messages. */
  public static RegionalJson json() {
    return new RegionalJson();
  }
}
