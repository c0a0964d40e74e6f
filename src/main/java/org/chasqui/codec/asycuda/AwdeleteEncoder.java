package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes cancellations as {@code Awdelete}: which bills are to be deleted. The family has no
 * message for it, a stored bill is deleted in ASYCUDA by its user (§3, rules); this document, which
 * is ours, tells which.
 */
final class AwdeleteEncoder implements Encoder {
  private static final byte[] PROLOG =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "asycuda-awdelete";
  }

  @Override
  public Set<String> settings() {
    return AwboldsSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return Set.of("officeCode");
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 500;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var settings = AwboldsSettings.of(context.view());
    var deleted = new ArrayList<String>();
    var carriages = new ArrayList<Carriage>(messages.size());
    for (var message : messages) {
      var losses = LossList.byPointer();
      var item = (ItemDeclaration) message.data();
      refuseWhatIsNoCancellation(item, settings, losses);
      if (losses.carries()) {
        deleted.add(item.itemId());
      }
      carriages.add(losses.carriage());
    }
    var document = deleted.isEmpty() ? new byte[0] : document(deleted, settings);
    return new Encoded(document, "application/xml", List.copyOf(carriages));
  }

  private static void refuseWhatIsNoCancellation(
      ItemDeclaration item, AwboldsSettings settings, LossList losses) {
    if (item.function() != MessageFunction.CANCELLATION) {
      losses.refuse("/function", "", String.valueOf(item.function()), "CANCELLATION");
    }
    if (item.itemId() == null || item.itemId().length() > settings.referenceLength()) {
      losses.needs("/itemId", "", "at most " + settings.referenceLength() + " characters");
    }
    for (var critical : item.critical()) {
      losses.refuse("/critical", "", critical, "a format that carries this critical extension");
    }
  }

  private static byte[] document(List<String> deleted, AwboldsSettings settings) {
    var out = new ByteArrayOutputStream(64 * deleted.size() + 256);
    out.writeBytes(PROLOG);
    XmlElements.write(out, xml -> write(xml, deleted, settings));
    return out.toByteArray();
  }

  private static void write(XmlElements xml, List<String> deleted, AwboldsSettings settings)
      throws XMLStreamException {
    xml.start("Awdelete");
    xml.text("Customs_office_code", settings.office());
    for (var itemId : deleted) {
      xml.start("Bol_id");
      xml.text("Bol_reference", itemId);
      xml.end();
    }
    xml.end();
  }
}
