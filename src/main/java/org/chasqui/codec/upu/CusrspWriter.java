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
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.RegionalMessage;

/**
 * Writes customs decisions as CUSRSP (upu-messages-interim-guide, CUSRSP): one message for each
 * deciding party, with a DOC group for each item.
 */
final class CusrspWriter implements Encoder {
  private static final int MOST = 999;

  private final MessageDefinition layout;

  CusrspWriter(MessageDefinition layout) {
    this.layout = layout;
  }

  @Override
  public String name() {
    return "upu-cusrsp";
  }

  @Override
  public Set<String> settings() {
    return Outgoing.SETTINGS;
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.CUSTOMS_DECISION);
  }

  @Override
  public int batchLimit() {
    return MOST;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var losses = messages.stream().map(message -> new Losses(SyntaxLevel.UNOC)).toList();
    var outgoing = new Outgoing(context);
    var writer = outgoing.begin(layout.type(), messages.getFirst().envelope().test(), false);
    int written = 0;
    for (var entry : byAuthority(messages, losses).entrySet()) {
      written++;
      outgoing.beginMessage(layout);
      var reference = context.reference() + "-" + written;
      writer.segment("BGM").element("962").element(reference).element("11").end();
      outgoing.time();
      writer.segment("NAD").element("MS").element(entry.getKey(), "160").end();
      var post = PartyAddress.parse(context.view().urn()).map(PartyAddress::code);
      post.ifPresent(code -> writer.segment("NAD").element("MR").element(code, "160", "139").end());
      for (int index : entry.getValue()) {
        var decision = (CustomsDecision) messages.get(index).data();
        new DecisionWriter(writer, losses.get(index), context.view()).decision(decision);
      }
      writer.segment("CNT").element("10", String.valueOf(entry.getValue().size())).end();
      writer.endMessage();
    }
    var carriages = losses.stream().map(Losses::carriage).toList();
    boolean any = carriages.stream().anyMatch(Carriage::carried);
    return new Encoded(any ? writer.endInterchange() : new byte[0], Outgoing.MEDIA_TYPE, carriages);
  }

  private static Map<String, List<Integer>> byAuthority(
      List<RegionalMessage> messages, List<Losses> losses) {
    var groups = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < messages.size(); i++) {
      var decision = (CustomsDecision) messages.get(i).data();
      if (!DecisionWriter.missing(decision, losses.get(i))) {
        var authority = Outgoing.code(messages.get(i).envelope().source());
        groups.computeIfAbsent(authority, key -> new ArrayList<>()).add(i);
      }
    }
    return groups;
  }
}
