package org.chasqui.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/**
 * One way of an item: out, or back. Several lives of an id are told apart by their number.
 *
 * @param life from 1 on
 * @param begun how it began; {@link Beginning#NONE} for the first of all
 * @param messageId of the declaration that began it
 * @param declaredBy party id
 * @param conversation of the declaration, or null
 * @param decided the last decision on it that is known, or null
 */
public record Leg(
    int life,
    Beginning begun,
    long messageId,
    String declaredBy,
    Instant declaredAt,
    String conversation,
    DecisionStatus decided) {

  /** The legs that the messages about an item tell, oldest first. */
  static List<Leg> of(String itemId, List<MessageRow> messages) {
    var legs = new ArrayList<Leg>();
    for (var message : messages) {
      if (message.refused() || !itemId.equals(message.businessKey())) {
        continue;
      }
      if (message.kind() == MessageKind.ITEM_DECLARATION) {
        declared(message, legs);
      } else if (message.kind() == MessageKind.CUSTOMS_DECISION && !legs.isEmpty()) {
        int at = about(message, legs);
        legs.set(at, legs.get(at).decided(message.status()));
      }
    }
    return legs;
  }

  /** The last one, unless the decision belongs to the conversation of an earlier one. */
  private static int about(MessageRow decision, List<Leg> legs) {
    for (int i = legs.size() - 1; i >= 0 && decision.conversation() != null; i--) {
      if (decision.conversation().equals(legs.get(i).conversation())) {
        return i;
      }
    }
    return legs.size() - 1;
  }

  private static void declared(MessageRow message, List<Leg> legs) {
    if (legs.isEmpty() || message.begins() != Beginning.NONE) {
      int life = legs.isEmpty() ? 1 : legs.getLast().life();
      legs.add(
          new Leg(
              message.begins() == Beginning.ANOTHER_LIFE && !legs.isEmpty() ? life + 1 : life,
              message.begins(),
              message.id(),
              message.sender(),
              message.recordedAt(),
              message.conversation(),
              null));
    }
  }

  private Leg decided(DecisionStatus status) {
    return new Leg(life, begun, messageId, declaredBy, declaredAt, conversation, status);
  }
}
