package org.chasqui.profile;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;

/**
 * What a party is sent: kinds of message, and for declarations the flows.
 *
 * @param proposedEvents the code of EMSEVT that the gateway proposes after a decision of a status
 * @param proposedReason code of a hold whose own reason has no place in EMSEVT, or null
 * @param functions of declarations that the party takes
 * @param instead what a post does where the party takes no declaration of a function, or null
 * @param preadviceWithin how long a declaration that names no dispatch waits for the pre-advice of
 *     its item, from when it was received; null for not at all
 */
public record Receives(
    Set<MessageKind> kinds,
    Set<Flow> flows,
    Map<DecisionStatus, String> proposedEvents,
    String proposedReason,
    Set<MessageFunction> functions,
    String instead,
    Duration preadviceWithin) {

  /** One who wants no events proposed. */
  public Receives(Set<MessageKind> kinds, Set<Flow> flows) {
    this(kinds, flows, Map.of(), null, EnumSet.allOf(MessageFunction.class), null, null);
  }
}
