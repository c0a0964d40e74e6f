package org.chasqui.codec.edifact;

/**
 * What UNG says.
 *
 * @param sender 0040
 * @param senderQualifier 0007
 * @param recipient 0044
 * @param recipientQualifier 0007
 * @param reference 0048
 */
public record GroupHead(
    String sender,
    String senderQualifier,
    String recipient,
    String recipientQualifier,
    String reference) {

  static GroupHead of(Segment ung) {
    return new GroupHead(
        ung.text(2, 1), ung.text(2, 2), ung.text(3, 1), ung.text(3, 2), ung.text(5, 1));
  }
}
