package org.chasqui.codec.wco;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes one declaration as {@code MetaData} with one {@code Declaration}: it takes no more. */
final class DeclarationEncoder implements Encoder {

  @Override
  public String name() {
    return "wco-declaration";
  }

  @Override
  public Set<String> settings() {
    return WcoSettings.KEYS;
  }

  @Override
  public Set<String> codeMaps() {
    return WcoSettings.MAPS;
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 1;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    if (messages.size() != 1) {
      throw new IllegalArgumentException("one declaration a document, not " + messages.size());
    }
    var item = (ItemDeclaration) messages.getFirst().data();
    var settings = WcoSettings.of(context.view());
    var losses = LossList.by((xpath, id) -> new Location.AtXPath(settings.rooted(xpath), id));
    WcoFields.LOSSES.report(item, losses);
    var out = new ByteArrayOutputStream(4096);
    try {
      var xml = new WcoXml(out, settings, losses);
      new DeclarationWriter(xml, settings, context, losses).write(item);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail and texts were cleaned", e);
    }
    var document = losses.carries() ? out.toByteArray() : new byte[0];
    return new Encoded(document, "application/xml", List.of(losses.carriage()));
  }
}
