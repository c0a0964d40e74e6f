package org.chasqui.codec.upu;

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
import org.chasqui.message.TrackingEvent;

/**
 * Writes what a post is sent as the postal message that carries its kind: decisions as CUSRSP,
 * tracking events as EMSEVT and so on, so that one profile takes them all.
 */
final class PostalEncoder implements Encoder {
  static final String NAME = "upu-edi";

  private final Map<MessageKind, Encoder> writers = new EnumMap<>(MessageKind.class);

  private final OfReceptacles ofReceptacles;

  /**
   * The writers of tracking events that name no item.
   *
   * @param carrier of events of a carrier's consignment: RESDIT
   * @param consignment of events that answer the pre-advice of a consignment: RESCON
   * @param dispatch of all others: RESDES
   */
  record OfReceptacles(Encoder carrier, Encoder consignment, Encoder dispatch) {
    List<Encoder> all() {
      return List.of(carrier, consignment, dispatch);
    }

    private Encoder writer(TrackingEvent event) {
      if (event.extensions().containsKey(ResditReader.EXTENSION)) {
        return carrier;
      }
      return ReceiptWriter.consignment(event) == null ? dispatch : consignment;
    }
  }

  /** Of several writers of a kind the first is taken. */
  PostalEncoder(List<Encoder> writers, OfReceptacles ofReceptacles) {
    this.ofReceptacles = ofReceptacles;
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
    var writer = writer(message);
    return writer.name() + "/" + writer.batchKey(message, view);
  }

  private Encoder writer(RegionalMessage message) {
    return message.data() instanceof TrackingEvent event && event.scope().items().isEmpty()
        ? ofReceptacles.writer(event)
        : writers.get(message.kind());
  }

  /**
   * {@inheritDoc} All the messages must be of one {@link #batchKey}, as those of a delivery are.
   */
  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var writer = writer(messages.getFirst());
    if (messages.stream().anyMatch(message -> writer(message) != writer)) {
      throw new IllegalArgumentException("a delivery of two kinds: " + writer.name());
    }
    return writer.encode(messages, context);
  }
}
