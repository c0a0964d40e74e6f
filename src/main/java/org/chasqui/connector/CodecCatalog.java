package org.chasqui.connector;

import java.util.Optional;
import java.util.Set;
import org.chasqui.codec.Codec;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Encoder;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.FormatCatalog;

/** Answers the checks of profiles from the codec registry: what each format writes and needs. */
public final class CodecCatalog implements FormatCatalog {
  private final CodecRegistry codecs;

  /** Of the formats of a registry. */
  public CodecCatalog(CodecRegistry codecs) {
    this.codecs = codecs;
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
