package org.chasqui.codec.regional;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * The codec {@code regional-json}: one CloudEvents object, or an array of them. A document of one
 * message is written as an object, one of several as a batch.
 */
public final class RegionalJsonCodec implements Encoder, Decoder {
  /** Its name in profiles. */
  public static final String NAME = "regional-json";

  private static final int BATCH_LIMIT = 1000;

  private final RegionalJson json = new RegionalJson();
  private final SchemaValidator schemas;

  /** A codec that checks what it reads against these schemas. */
  public RegionalJsonCodec(SchemaValidator schemas) {
    this.schemas = schemas;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<MessageKind> encodes() {
    return EnumSet.allOf(MessageKind.class);
  }

  @Override
  public int batchLimit() {
    return BATCH_LIMIT;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var recipient = context.view().urn();
    var addressed = messages.stream().map(message -> message.to(recipient)).toList();
    var whole = messages.stream().map(message -> Carriage.WHOLE).toList();
    return addressed.size() == 1
        ? new Encoded(json.write(addressed.getFirst()), RegionalJson.MEDIA_TYPE, whole)
        : new Encoded(json.writeBatch(addressed), RegionalJson.BATCH_MEDIA_TYPE, whole);
  }

  @Override
  public boolean recognises(byte[] head) {
    return DocumentStart.looksLikeJson(head);
  }

  @Override
  public DocumentHead head(byte[] head) {
    return DocumentStart.read(head);
  }

  @Override
  public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
    new DocumentReader(schemas, sink).read(document);
  }
}
