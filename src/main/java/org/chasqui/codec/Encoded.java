package org.chasqui.codec;

import java.util.List;

/**
 * A document and what became of each message in it.
 *
 * @param document the bytes to send; empty when no message could be carried
 * @param mediaType for example {@code application/json} or {@code application/edifact}
 * @param carriages one for each message of the call, in its order
 */
public record Encoded(byte[] document, String mediaType, List<Carriage> carriages) {

  /** True when at least one message is in the document. */
  public boolean carriesAny() {
    return carriages.stream().anyMatch(Carriage::carried);
  }
}
