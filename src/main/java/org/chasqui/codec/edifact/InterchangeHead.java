package org.chasqui.codec.edifact;

/**
 * What UNB says.
 *
 * @param sender 0004
 * @param senderQualifier 0007
 * @param recipient 0010
 * @param recipientQualifier 0007
 * @param reference 0020
 * @param application 0026
 * @param acknowledge 0031 is 1
 * @param test 0035 is 1
 */
public record InterchangeHead(
    String sender,
    String senderQualifier,
    String recipient,
    String recipientQualifier,
    String reference,
    String application,
    boolean acknowledge,
    boolean test) {

  /** Of an interchange whose UNB could not be read. */
  static final InterchangeHead NONE =
      new InterchangeHead(null, null, null, null, null, null, false, false);

  /** Reads UNB. */
  public static InterchangeHead of(Segment unb) {
    return new InterchangeHead(
        unb.text(2, 1),
        unb.text(2, 2),
        unb.text(3, 1),
        unb.text(3, 2),
        unb.text(5, 1),
        unb.text(7, 1),
        unb.is(9, 1, "1"),
        unb.is(11, 1, "1"));
  }
}
