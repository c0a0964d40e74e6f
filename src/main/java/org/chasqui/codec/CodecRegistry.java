package org.chasqui.codec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All codecs of a gateway by name, and detection of a document's format from its first bytes. */
public final class CodecRegistry {
  /** How many first bytes detection looks at. */
  public static final int HEAD_BYTES = 4096;

  private final Map<String, Codec> codecs = new LinkedHashMap<>();

  /** Keeps the codecs in order; detection asks them in this order. */
  public CodecRegistry(List<? extends Codec> all) {
    for (var codec : all) {
      if (codecs.put(codec.name(), codec) != null) {
        throw new IllegalArgumentException("two codecs are named " + codec.name());
      }
    }
  }

  /** All of them. */
  public Collection<Codec> all() {
    return codecs.values();
  }

  /** The codec with this name. */
  public Optional<Codec> codec(String name) {
    return Optional.ofNullable(codecs.get(name));
  }

  /** The encoder with this name. */
  public Optional<Encoder> encoder(String name) {
    return codecs.get(name) instanceof Encoder encoder ? Optional.of(encoder) : Optional.empty();
  }

  /** The decoder with this name. */
  public Optional<Decoder> decoder(String name) {
    return codecs.get(name) instanceof Decoder decoder ? Optional.of(decoder) : Optional.empty();
  }

  /** The first decoder that recognises the head of a document. */
  public Optional<Decoder> detect(byte[] head) {
    return codecs.values().stream()
        .filter(Decoder.class::isInstance)
        .map(Decoder.class::cast)
        .filter(decoder -> decoder.recognises(head))
        .findFirst();
  }
}
