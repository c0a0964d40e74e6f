package org.chasqui.flow;

import org.chasqui.ledger.RawDocument;

/**
 * A document at a door, spooled and with its digest: what {@code direct:accept} takes.
 *
 * @param party id of the authenticated sender
 * @param door name of the door
 * @param mediaType as the sender said, or null
 * @param head the first bytes, for detection
 * @param causedBy the delivery that it answers, or 0
 */
record Submission(
    String party, String door, String mediaType, byte[] head, RawDocument raw, long causedBy) {

  /** One that answers no delivery by name. */
  Submission(String party, String door, String mediaType, byte[] head, RawDocument raw) {
    this(party, door, mediaType, head, raw, 0);
  }
}
