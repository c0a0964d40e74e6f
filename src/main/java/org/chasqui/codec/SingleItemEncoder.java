package org.chasqui.codec;

import java.util.List;
import java.util.Set;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes one new declaration a document, for formats that take no more and know no correction: what
 * such a document cannot be without is asked for here, what it cannot carry is reported.
 */
public abstract class SingleItemEncoder implements Encoder {
  private static final int MOST_LINES = 999;

  private final String name;
  private final String mediaType;
  private final FieldLosses fields;
  private final String noCorrection;

  /**
   * For one format.
   *
   * @param fields those that it looks after
   * @param noCorrection why an amendment or cancellation cannot be sent
   */
  protected SingleItemEncoder(
      String name, String mediaType, FieldLosses fields, String noCorrection) {
    this.name = name;
    this.mediaType = mediaType;
    this.fields = fields;
    this.noCorrection = noCorrection;
  }

  /** Writes the document; it is not sent when the losses hold an error afterwards. */
  protected abstract byte[] write(ItemDeclaration item, EncodeContext context, LossList losses);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public final int batchLimit() {
    return 1;
  }

  @Override
  public final Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    if (messages.size() != 1) {
      throw new IllegalArgumentException("one declaration a document, not " + messages.size());
    }
    var item = (ItemDeclaration) messages.getFirst().data();
    var losses = LossList.byPointer();
    fields.report(item, losses);
    needs(item, losses);
    var document = losses.carries() ? write(item, context, losses) : new byte[0];
    return new Encoded(
        losses.carries() ? document : new byte[0], mediaType, List.of(losses.carriage()));
  }

  private void needs(ItemDeclaration item, LossList losses) {
    if (item.function() != MessageFunction.ORIGINAL) {
      losses.refuse("/function", "", String.valueOf(item.function()), "ORIGINAL: " + noCorrection);
    }
    if (item.itemId() == null || item.itemId().isBlank()) {
      losses.needs("/itemId", "", "an item id");
    }
    if (item.contents().isEmpty() || item.contents().size() > MOST_LINES) {
      losses.needs("/contents", "", "1 to " + MOST_LINES + " content lines");
    }
    if (item.sender() == null) {
      losses.needs("/sender", "", "name and address");
    }
    if (item.recipient() == null) {
      losses.needs("/recipient", "", "name and address");
    }
  }
}
