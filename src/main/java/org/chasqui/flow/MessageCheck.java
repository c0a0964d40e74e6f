package org.chasqui.flow;

import java.time.Instant;
import java.util.List;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/**
 * Schema and business rules of one message, all faults at once. The flow asks for it and does not
 * know the rules: whoever joins the parts brings it. Thread-safe.
 */
@FunctionalInterface
public interface MessageCheck {

  /**
   * Checks a message.
   *
   * @param receivedAt when the gateway received it; dated rules are those of this moment
   * @param schemaChecked true when the decoder validated the wire form against the schema already
   * @return every fault with its place (JSON pointer into the data); empty when there is none
   */
  List<Problem> check(RegionalMessage message, Instant receivedAt, boolean schemaChecked);
}
