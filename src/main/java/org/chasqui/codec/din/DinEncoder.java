package org.chasqui.codec.din;

import java.util.List;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes one declaration as DIN. The signature that the service asks for is not the codec's. */
final class DinEncoder implements Encoder {
  @Override
  public String name() {
    return "din-declaration";
  }

  @Override
  public Set<String> settings() {
    return DinSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return DinSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return DinSettings.MAPS;
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
    DinFields.LOSSES.report(item, losses);
    refuse(item, losses);
    var document = new byte[0];
    if (losses.carries()) {
      var settings = DinSettings.of(context.view());
      var written = new DinWriter(settings, context, losses).write(item);
      document = losses.carries() ? written : document;
    }
    return new Encoded(document, "text/xml; charset=utf-8", List.of(losses.carriage()));
  }

  private static void refuse(ItemDeclaration item, LossList losses) {
    if (item.function() != MessageFunction.ORIGINAL) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(item.function()),
          "ORIGINAL: how an accepted declaration is changed is not public");
    }
    if (item.itemId() == null || item.itemId().isBlank()) {
      losses.needs("/itemId", "", "an item id");
    }
    if (item.contents().isEmpty() || item.contents().size() > 999) {
      losses.needs("/contents", "", "1 to 999 content lines");
    }
    if (item.sender() == null) {
      losses.needs("/sender", "", "name and address");
    }
    if (item.recipient() == null) {
      losses.needs("/recipient", "", "name and address");
    }
  }
}
