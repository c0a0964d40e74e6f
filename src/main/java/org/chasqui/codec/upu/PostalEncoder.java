package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes what a post is sent as the postal message that carries its kind: decisions as CUSRSP,
 * tracking events as EMSEVT and so on, so that one profile takes them all.
 */
final class PostalEncoder implements Encoder {
  static final String NAME = "upu-edi";

  private final Map<MessageKind, Encoder> writers = new EnumMap<>(MessageKind.class);

  /** Of several writers of a kind the first is taken. */
  PostalEncoder(List<Encoder> writers) {
    for (var writer : writers) {
      writer.encodes().forEach(kind -> this.writers.putIfAbsent(kind, writer));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> settings() {
    var settings = new HashSet<String>();
    writers.values().forEach(writer -> settings.addAll(writer.settings()));
    return settings;
  }

  @Override
  public Set<MessageKind> encodes() {
    return writers.keySet();
  }

  @Override
  public int batchLimit() {
    return writers.values().stream().mapToInt(Encoder::batchLimit).min().orElse(1);
  }

  @Override
  public String batchKey(RegionalMessage message, ProfileView view) {
    return writers.get(message.kind()).batchKey(message, view);
  }

  /** {@inheritDoc} All the messages must be of one kind, as those of a delivery are. */
  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var kind = messages.getFirst().kind();
    var others = new ArrayList<>(messages);
    others.removeIf(message -> message.kind() == kind);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("a delivery of two kinds: " + kind);
    }
    return writers.get(kind).encode(messages, context);
  }
}
