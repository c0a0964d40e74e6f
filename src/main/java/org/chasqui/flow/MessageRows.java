package org.chasqui.flow;

import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.NewMessage;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.Profile;

/** What is kept of the messages of one sender. */
final class MessageRows {
  private final RegionalJson json;
  private final FinalDecisions finals;
  private final Profile sender;

  MessageRows(RegionalJson json, FinalDecisions finals, Profile sender) {
    this.json = json;
    this.finals = finals;
    this.sender = sender;
  }

  /** The message under its number; of what could not be read only where it stood is known. */
  NewMessage of(long id, Prepared prepared) {
    var message = prepared.message();
    if (message == null) {
      var decoded = prepared.decoded();
      return NewMessage.unread(
          id, decoded.position(), guessedKind(), decoded.businessKey(), sender.id());
    }
    var decision = message.data() instanceof CustomsDecision made ? made : null;
    var declaration = message.data() instanceof ItemDeclaration made ? made : null;
    return new NewMessage(
        id,
        prepared.decoded().position(),
        message.kind(),
        Notices.subject(message),
        message.envelope().id(),
        sender.id(),
        declaration == null ? null : declaration.declarationId(),
        message.envelope().correlationId(),
        prepared.repeated() ? 0 : version(declaration, decision),
        json.write(message),
        prepared.refused(),
        decision == null ? null : decision.status(),
        decision != null && finals.isFinal(decision),
        prepared.decidedBy(),
        prepared.begins());
  }

  private static int version(ItemDeclaration declaration, CustomsDecision decision) {
    if (declaration != null) {
      return declaration.version();
    }
    return decision == null ? 0 : decision.version();
  }

  private MessageKind guessedKind() {
    return switch (sender.identity().role()) {
      case CUSTOMS -> MessageKind.CUSTOMS_DECISION;
      case MARKETPLACE -> MessageKind.MARKETPLACE_ORDER;
      default -> MessageKind.ITEM_DECLARATION;
    };
  }
}
