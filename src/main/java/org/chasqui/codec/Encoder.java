package org.chasqui.codec;

import java.util.List;
import java.util.Set;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes regional messages as one document of a format. Thread-safe and pure: no clock and no
 * network, what is not in the message comes with the context. What the format cannot carry is a
 * loss with its place in the message (wco-and-canonical-model §6.8), never dropped unseen.
 */
public interface Encoder extends Codec {

  /** The kinds that it writes. */
  Set<MessageKind> encodes();

  /**
   * How many messages one document may hold; the delivery is cut accordingly. 1 for formats that
   * carry a single item.
   */
  int batchLimit();

  /**
   * What the messages of one document must have in common, for formats whose documents have a head
   * that all their items share. Messages with different keys go in different documents.
   */
  default String batchKey(RegionalMessage message, ProfileView view) {
    return "";
  }

  /**
   * Ids of items and dispatches of which the document repeats what was said before: numbers that
   * the party gave, the conveyance of a dispatch. {@link EncodeContext#earlier} tells it.
   */
  default List<String> refersTo(RegionalMessage message) {
    return List.of();
  }

  /**
   * Writes the messages, in order. Deterministic: the same arguments give the same bytes. A message
   * that cannot be written, or for which the document has no more room, is left out, which its
   * {@link Carriage} says; the others go on. The first message that can be written is always in.
   *
   * @param messages 1 to {@link #batchLimit()} messages of the kinds of {@link #encodes()}
   */
  Encoded encode(List<RegionalMessage> messages, EncodeContext context);
}
