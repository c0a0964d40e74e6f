package org.chasqui.ledger;

import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/**
 * A regional message to record.
 *
 * @param id from {@link Ledger#newId()}
 * @param position within its interchange
 * @param businessKey item id, or null when none could be read
 * @param envelopeId UUID of the message, or null when refused before it had one
 * @param sender party id of the sender
 * @param declarationId of a declaration, else null
 * @param correlationId of the conversation
 * @param version of a declaration or decision; 0 for others
 * @param json the canonical CloudEvents JSON, UTF-8; null when refused before it was a message
 * @param refused true when it goes nowhere: its problems say why
 * @param status of a decision, else null
 * @param decisive true for a decision that is more than a registration
 * @param decidedBy party id of the administration of a decision, else null
 * @param begins what a declaration begins in the story of its item
 */
public record NewMessage(
    long id,
    int position,
    MessageKind kind,
    String businessKey,
    String envelopeId,
    String sender,
    String declarationId,
    String correlationId,
    int version,
    byte[] json,
    boolean refused,
    DecisionStatus status,
    boolean decisive,
    String decidedBy,
    Beginning begins) {

  /**
   * What was refused before it was a message: only where it stood is known.
   *
   * @param kind that its sender would send
   */
  public static NewMessage unread(
      long id, int position, MessageKind kind, String businessKey, String sender) {
    return new NewMessage(
        id,
        position,
        kind,
        businessKey,
        null,
        sender,
        null,
        null,
        0,
        null,
        true,
        null,
        false,
        null,
        Beginning.NONE);
  }
}
