package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes a declaration as the file that the ASYCUDA client imports, one item a file
 * (national-caribbean-central-america §4). What the server fills (registration, assessment, taxes)
 * is left empty.
 */
final class SadEncoder implements Encoder {
  private final SadDialect dialect;

  SadEncoder(SadDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String name() {
    return dialect.codec();
  }

  @Override
  public Set<String> settings() {
    return SadSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return SadSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AwboldsSettings.LOADING_MAP, SadSettings.UNIT_MAP, SadSettings.DOCUMENT_MAP);
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 1;
  }

  /** The pre-advice of the dispatch tells the conveyance. */
  @Override
  public List<String> refersTo(RegionalMessage message) {
    var transport = ((ItemDeclaration) message.data()).transport();
    return transport == null || transport.dispatchId() == null
        ? List.of()
        : List.of(transport.dispatchId());
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var item = (ItemDeclaration) messages.getFirst().data();
    var settings = SadSettings.of(context.view());
    var losses = LossList.byPointer();
    var fields = settings.documents() ? SadFields.WITH_DOCUMENTS : SadFields.WITHOUT_DOCUMENTS;
    fields.report(item, losses);
    var head = new SadHead(dialect, settings, context, losses);
    head.refuseWhatIsNoDeclaration(item);
    var out = new ByteArrayOutputStream(16_384);
    if (losses.carries()) {
      head.write(out, item, new SadLines(dialect, settings, context.view(), losses).of(item));
    }
    var document = losses.carries() ? out.toByteArray() : new byte[0];
    return new Encoded(document, "application/xml", List.of(losses.carriage()));
  }
}
