package org.chasqui.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.codec.Codec;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.arca.ArcaCodecs;
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.atena.AtenaCodecs;
import org.chasqui.codec.din.DinCodecs;
import org.chasqui.codec.duca.DucaCodecs;
import org.chasqui.codec.ecuapass.EcuapassCodecs;
import org.chasqui.codec.folder.Folders;
import org.chasqui.codec.muisca.MuiscaCodecs;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.saai.SaaiCodecs;
import org.chasqui.codec.siga.SigaCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.codec.upu.services.ServiceCodecs;
import org.chasqui.codec.vucem.VucemCodecs;
import org.chasqui.codec.wco.WcoCodecs;
import org.chasqui.message.MessageKind;

/** The formats that are built, as the checks of profiles see them. */
public final class CodecFormats implements FormatCatalog {
  private final CodecRegistry codecs = new CodecRegistry(all());

  /** Every codec, those that are folders too. */
  public static List<Codec> all() {
    return Stream.<List<? extends Codec>>of(
            RegionalCodecs.all(),
            UpuCodecs.all(),
            SiscomexCodecs.all(),
            AsycudaCodecs.all(),
            WcoCodecs.all(),
            SigaCodecs.all(),
            AtenaCodecs.all(),
            DucaCodecs.all(),
            DinCodecs.all(),
            EcuapassCodecs.all(),
            ArcaCodecs.all(),
            MuiscaCodecs.all(),
            SaaiCodecs.all(),
            VucemCodecs.all(),
            Folders.all(),
            ServiceCodecs.all())
        .<Codec>flatMap(List::stream)
        .toList();
  }

  @Override
  public Set<MessageKind> writes(String codec) {
    return codecs.encoder(codec).map(Encoder::encodes).orElse(Set.of());
  }

  @Override
  public boolean reads(String codec) {
    return codecs.decoder(codec).isPresent();
  }

  @Override
  public Set<String> settings(String codec) {
    return find(codec).map(Codec::settings).orElse(Set.of());
  }

  @Override
  public Set<String> requiredSettings(String codec) {
    return find(codec).map(Codec::requiredSettings).orElse(Set.of());
  }

  @Override
  public Set<String> codeMaps(String codec) {
    return find(codec).map(Codec::codeMaps).orElse(Set.of());
  }

  @Override
  public int batchLimit(String codec) {
    return codecs.encoder(codec).map(Encoder::batchLimit).orElse(0);
  }

  private Optional<Codec> find(String codec) {
    return codecs.codec(codec);
  }
}
