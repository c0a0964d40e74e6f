package org.chasqui.codec;

import java.util.List;
import java.util.Set;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** Writes regional messages as one document of a format. */
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

  /** Most bytes that one document may have, for formats that limit them: see {@link BatchCut}. */
  default long documentBytes(ProfileView view) {
    return Long.MAX_VALUE;
  }

  /**
   * Bytes that a message takes in a document at most, its share of what stands around it included;
   * 0 for formats that do not limit them.
   */
  default long messageBytes(RegionalMessage message, ProfileView view) {
    return 0;
  }

  /**
   * Writes the messages, in order. Deterministic: the same arguments give the same bytes. A message
   * that cannot be written is left out with its problems in its {@link Carriage}; the others go on.
   *
   * @param messages 1 to {@link #batchLimit()} messages of the kinds of {@link #encodes()}
   */
  Encoded encode(List<RegionalMessage> messages, EncodeContext context);
}
