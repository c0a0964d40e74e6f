package org.chasqui.codec.duca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes declarations as DUCA-D, one declaration for each item. */
final class DucaEncoder implements Encoder {
  private final DucaForm form;

  DucaEncoder(DucaForm form) {
    this.form = form;
  }

  @Override
  public String name() {
    return form.codec();
  }

  @Override
  public Set<String> settings() {
    return DucaSettings.KEYS;
  }

  @Override
  public Set<String> codeMaps() {
    return DucaSettings.MAPS;
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
    var settings = DucaSettings.of(context.view());
    var out = new ByteArrayOutputStream(1 << 16);
    var carriages = new ArrayList<Carriage>(messages.size());
    boolean first = true;
    for (var message : messages) {
      var losses = LossList.byPointer();
      var writer = new DucaWriter(settings, context.view(), losses);
      var bytes = declaration((ItemDeclaration) message.data(), writer);
      if (losses.carries()) {
        out.writeBytes(text(first ? form.opening() : form.separator()));
        out.writeBytes(bytes);
        first = false;
      }
      carriages.add(losses.carriage());
    }
    if (!first) {
      out.writeBytes(text(form.closing()));
    }
    return new Encoded(out.toByteArray(), form.mediaType(), List.copyOf(carriages));
  }

  /** Its bytes are of no use when the losses hold an error. */
  private byte[] declaration(ItemDeclaration item, DucaWriter writer) {
    try {
      var bytes = new ByteArrayOutputStream(2048);
      var fields = form.output(bytes);
      writer.write(fields, item);
      fields.end();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail and texts were cleaned", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
