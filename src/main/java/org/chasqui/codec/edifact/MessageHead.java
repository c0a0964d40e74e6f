package org.chasqui.codec.edifact;

/**
 * What UNH says.
 *
 * @param reference 0062
 * @param type 0065
 * @param version 0052
 * @param release 0054
 * @param agency 0051
 * @param association 0057, or null
 */
public record MessageHead(
    String reference,
    String type,
    String version,
    String release,
    String agency,
    String association) {

  static MessageHead of(Segment unh) {
    return new MessageHead(
        unh.text(1, 1),
        unh.text(2, 1),
        unh.text(2, 2),
        unh.text(2, 3),
        unh.text(2, 4),
        unh.text(2, 5));
  }
}
