package org.chasqui.codec;

import org.chasqui.message.Location;

/**
 * Where a message stood in its document, so that what is found wrong with it after the reading can
 * be told its sender in the sender's own terms.
 */
public interface Origin {

  /**
   * The place that a field was read from, the nearest that is known; the message itself when none
   * is.
   *
   * @param pointer JSON pointer (RFC 6901) into the data of the regional message
   */
  Location at(String pointer);
}
