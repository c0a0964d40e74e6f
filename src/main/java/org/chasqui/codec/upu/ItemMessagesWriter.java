package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * The frame that the writers of items share: an interchange of one message for each header, with a
 * group for each item under it and the number of items at its end.
 *
 * @param <H> what the items of one message have in common
 */
abstract class ItemMessagesWriter<H> implements Encoder {
  private static final int MOST = 999;

  private final String name;
  private final MessageKind kind;
  private final Definitions definitions;
  private final String type;

  /**
   * Takes the layout that the recipient speaks.
   *
   * @throws IllegalStateException when the type has no layout
   */
  ItemMessagesWriter(String name, MessageKind kind, Definitions definitions, String type) {
    this.name = name;
    this.kind = kind;
    this.definitions = definitions;
    this.type = type;
    layout(null);
  }

  private MessageDefinition layout(String partner) {
    return definitions
        .find(type, null, partner)
        .orElseThrow(() -> new IllegalStateException("no EDIFACT definition of " + type));
  }

  /** The header that an item belongs under; null when it cannot be written, which is noted. */
  abstract H headerOf(RegionalMessage message, Losses losses);

  /** Writes the header of a message, beginning with BGM; DTM+137 is {@link Outgoing#time}. */
  abstract void header(EdifactWriter writer, Outgoing outgoing, H header, String reference);

  /**
   * Writes the groups of the items of a message.
   *
   * @param sequence number of the first in the message, counted from 1
   * @return how many it wrote
   */
  abstract int items(
      EdifactWriter writer, Losses losses, ProfileView view, int sequence, RegionalMessage message);

  /** What UNB calls the messages (0026). */
  String application() {
    return type;
  }

  /** Whether CNT+10 with the number of items ends a message. */
  boolean counts() {
    return true;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Set<String> settings() {
    return Outgoing.SETTINGS;
  }

  @Override
  public final Set<MessageKind> encodes() {
    return Set.of(kind);
  }

  @Override
  public final int batchLimit() {
    return MOST;
  }

  @Override
  public final Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var outgoing = new Outgoing(context);
    var losses = messages.stream().map(message -> new Losses(outgoing.level())).toList();
    boolean test = messages.getFirst().envelope().test();
    var layout = layout(Outgoing.recipient(context));
    var writer = outgoing.begin(application(), test, false);
    int written = 0;
    for (var entry : byHeader(messages, losses).entrySet()) {
      written++;
      outgoing.beginMessage(layout);
      header(writer, outgoing, entry.getKey(), context.reference() + "-" + written);
      int sequence = 0;
      for (int index : entry.getValue()) {
        var message = messages.get(index);
        sequence += items(writer, losses.get(index), context.view(), sequence + 1, message);
      }
      if (counts()) {
        writer.segment("CNT").element("10", String.valueOf(sequence)).end();
      }
      writer.endMessage();
    }
    var carriages = losses.stream().map(Losses::carriage).toList();
    boolean any = carriages.stream().anyMatch(Carriage::carried);
    return new Encoded(any ? writer.endInterchange() : new byte[0], Outgoing.MEDIA_TYPE, carriages);
  }

  /** Where in the row the messages stand that can be written, by what their header says. */
  private Map<H, List<Integer>> byHeader(List<RegionalMessage> messages, List<Losses> losses) {
    var groups = new LinkedHashMap<H, List<Integer>>();
    for (int i = 0; i < messages.size(); i++) {
      var header = headerOf(messages.get(i), losses.get(i));
      if (header != null) {
        groups.computeIfAbsent(header, key -> new ArrayList<>()).add(i);
      }
    }
    return groups;
  }
}
