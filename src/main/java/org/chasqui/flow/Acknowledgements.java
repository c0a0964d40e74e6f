package org.chasqui.flow;

import java.util.List;
import java.util.Optional;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.upu.ControlMessage;
import org.chasqui.connector.PartyView;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.Profile;

/**
 * The acknowledgement of an interchange in its own syntax: CONTRL for EDIFACT. Other formats have
 * none; their sender asks for the interchange by its id.
 */
final class Acknowledgements {
  private static final String MEDIA_TYPE = "application/edifact";

  private final Ledger ledger;

  Acknowledgements(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The delivery to the sender's outbox; empty when it wants none or there is nothing to answer.
   *
   * @param refused messages that rules refused: they are told as faults of the syntax are
   */
  Optional<NewDelivery> of(
      Interchange interchange, Profile sender, DocumentEnd end, RefusedItems refused) {
    if (!sender.receives().kinds().contains(MessageKind.ACKNOWLEDGEMENT)
        || !(end.acknowledgement() instanceof InterchangeReport report)) {
      return Optional.empty();
    }
    long id = ledger.newId();
    var reference = Grouping.reference(id);
    var context =
        new EncodeContext(PartyView.of(sender), interchange.header().receivedAt(), reference);
    return ControlMessage.write(refused.in(report), context)
        .map(
            document ->
                new NewDelivery(
                    id,
                    sender.id(),
                    null,
                    reference,
                    "chasqui-" + id,
                    List.of(),
                    null,
                    document,
                    MEDIA_TYPE,
                    null));
  }
}
