package org.chasqui.codec.atena;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Writes one declaration as the body of the calls {@code declaration/ASSESS} and {@code
 * declaration/validateSad/ASSESS}, which are the same (§6, annexes 2 and 4).
 */
final class SadEncoder implements Encoder {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String name() {
    return "atena-sad";
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
    return SadSettings.MAPS;
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
    var losses = LossList.byPointer();
    var out = new ByteArrayOutputStream(4096);
    try (var json = JSON.createGenerator(out)) {
      var settings = SadSettings.of(context.view());
      new SadWriter(json, settings, context.view(), losses).write(item);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    var document = losses.carries() ? out.toByteArray() : new byte[0];
    return new Encoded(document, "application/json", List.of(losses.carriage()));
  }
}
