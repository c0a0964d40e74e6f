package org.chasqui.flow;

import java.time.Instant;
import java.util.List;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/** Schema and business rules of one message, all faults at once. */
@FunctionalInterface
public interface MessageCheck {

  /**
   * Checks a message.
   *
   * @param schemaChecked true when the decoder validated the wire form against the schema already
   */
  List<Problem> check(RegionalMessage message, Instant receivedAt, boolean schemaChecked);
}
