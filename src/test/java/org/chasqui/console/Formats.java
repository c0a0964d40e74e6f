package org.chasqui.console;

import java.util.Set;
import org.chasqui.codec.Codec;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Encoder;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.FormatCatalog;

/** The formats of the registry, for reading the shipped profiles. */
record Formats(CodecRegistry codecs) implements FormatCatalog {
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
    return codecs.codec(codec).map(Codec::settings).orElse(Set.of());
  }

  @Override
  public Set<String> requiredSettings(String codec) {
    return codecs.codec(codec).map(Codec::requiredSettings).orElse(Set.of());
  }

  @Override
  public Set<String> codeMaps(String codec) {
    return codecs.codec(codec).map(Codec::codeMaps).orElse(Set.of());
  }

  @Override
  public int batchLimit(String codec) {
    return codecs.encoder(codec).map(Encoder::batchLimit).orElse(0);
  }
}
