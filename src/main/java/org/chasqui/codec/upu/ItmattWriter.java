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
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes item declarations as ITMATT or CUSITM (upu-messages-interim-guide, ITMATT): one message
 * for each function and pair of operators. The ids that the gateway derives itself (declarationId,
 * version) are not written: the item id and the function stand for them.
 */
final class ItmattWriter implements Encoder {
  private static final int MOST = 999;

  private record Header(MessageFunction function, String origin, String destination) {}

  private final String name;
  private final MessageDefinition layout;

  ItmattWriter(String name, MessageDefinition layout) {
    this.name = name;
    this.layout = layout;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> settings() {
    return Outgoing.SETTINGS;
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return MOST;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var losses = messages.stream().map(message -> new Losses(SyntaxLevel.UNOC)).toList();
    var outgoing = new Outgoing(context);
    boolean test = messages.getFirst().envelope().test();
    var writer = outgoing.begin(layout.type(), test, false);
    int written = 0;
    for (var entry : groups(messages, losses).entrySet()) {
      written++;
      outgoing.beginMessage(layout);
      header(writer, outgoing, entry.getKey(), context.reference() + "-" + written);
      int sequence = 0;
      for (int index : entry.getValue()) {
        sequence++;
        var declaration = (ItemDeclaration) messages.get(index).data();
        new ItemWriter(writer, losses.get(index), context.view()).item(sequence, declaration);
      }
      writer.segment("CNT").element("10", String.valueOf(sequence)).end();
      writer.endMessage();
    }
    var carriages = losses.stream().map(Losses::carriage).toList();
    boolean any = carriages.stream().anyMatch(Carriage::carried);
    var document = any ? writer.endInterchange() : new byte[0];
    return new Encoded(document, Outgoing.MEDIA_TYPE, carriages);
  }

  /** The messages that can be written, by what their header says. */
  private static Map<Header, List<Integer>> groups(
      List<RegionalMessage> messages, List<Losses> losses) {
    var groups = new LinkedHashMap<Header, List<Integer>>();
    for (int i = 0; i < messages.size(); i++) {
      var declaration = (ItemDeclaration) messages.get(i).data();
      if (!ItemWriter.missing(declaration, losses.get(i))) {
        var function = declaration.function();
        var origin = declaration.originOperatorCode();
        var sender = origin == null ? Outgoing.code(messages.get(i).envelope().source()) : origin;
        var header = new Header(function, sender, declaration.destinationOperatorCode());
        groups.computeIfAbsent(header, key -> new ArrayList<>()).add(i);
      }
    }
    return groups;
  }

  private static void header(
      EdifactWriter writer, Outgoing outgoing, Header header, String reference) {
    var function =
        switch (header.function()) {
          case CANCELLATION -> "1";
          case AMENDMENT -> "5";
          case ORIGINAL -> "9";
        };
    writer.segment("BGM").element("929").element(reference).element(function).end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(header.origin(), "160", "139").end();
    if (header.destination() != null) {
      writer.segment("NAD").element("MR").element(header.destination(), "160", "139").end();
    }
  }
}
