package org.chasqui.codec.upu.services;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes declarations and decisions as {@code cdsViews}, the parameter of the storing operations,
 * and reads the views that come back, alone or in a SOAP envelope.
 */
final class CdsCodec extends XmlAnswerDecoder implements Encoder {
  private static final Pattern VIEWS =
      Pattern.compile("<([A-Za-z_][\\w.-]*:)?(cdsViews|CDSView|LoadResult)[\\s/>]");

  CdsCodec() {
    super("upu-cds", "CDSView, alone or in a SOAP envelope");
  }

  @Override
  public Set<String> settings() {
    return CdsSettings.KEYS;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP, CdsSettings.DECISION_MAP);
  }

  @Override
  protected boolean recognises(String head) {
    return VIEWS.matcher(head).find();
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new ViewReader(context, sink);
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION, MessageKind.CUSTOMS_DECISION);
  }

  @Override
  public int batchLimit() {
    return 100;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var settings = CdsSettings.of(context.view());
    var views = new ByteArrayOutputStream(1 << 14);
    var carriages = new ArrayList<Carriage>(messages.size());
    boolean any = false;
    for (var message : messages) {
      var losses = LossList.byPointer();
      var view = view(message, context, settings, losses);
      if (losses.carries()) {
        views.writeBytes(view);
        any = true;
      }
      carriages.add(losses.carriage());
    }
    var document = any ? document(views.toByteArray(), settings) : new byte[0];
    return new Encoded(document, "application/xml", List.copyOf(carriages));
  }

  /** One view; its bytes are of no use when the losses hold an error. */
  private static byte[] view(
      RegionalMessage message, EncodeContext context, CdsSettings settings, LossList losses) {
    if (message.data() instanceof ItemDeclaration item
        && item.function() == MessageFunction.CANCELLATION) {
      losses.refuse("/function", "", "CANCELLATION", "ORIGINAL or AMENDMENT");
      return new byte[0];
    }
    var out = new ByteArrayOutputStream(2048);
    try {
      var xml = new CdsXml(out, settings);
      switch (message.data()) {
        case ItemDeclaration item ->
            new DeclarationWriter(xml, settings, losses).write(message.envelope(), item);
        case CustomsDecision decision ->
            new ResponseWriter(xml, settings, context.view(), losses).write(decision);
        default -> throw new IllegalArgumentException("not of encodes(): " + message.kind());
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail and texts were cleaned", e);
    }
    return out.toByteArray();
  }

  /** Without an XML declaration: it becomes part of an envelope. */
  private static byte[] document(byte[] views, CdsSettings settings) {
    var out = new ByteArrayOutputStream(views.length + 400);
    var open =
        "<cdsViews xmlns=\"%s\" xmlns:%s=\"%s\" xmlns:%s=\"%s\">"
            .formatted(
                settings.operations(),
                CdsXml.TYPES,
                settings.types(),
                CdsXml.ARRAYS,
                settings.arrays());
    out.writeBytes(open.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(views);
    out.writeBytes("</cdsViews>\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
