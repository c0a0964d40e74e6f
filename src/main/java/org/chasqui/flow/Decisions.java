package org.chasqui.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.ledger.ItemHead;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** Completes customs decisions from what the ledger knows of the item, and addresses them. */
final class Decisions {
  private final Profiles profiles;

  Decisions(Profiles profiles) {
    this.profiles = profiles;
  }

  Prepared prepare(
      Decoded decoded,
      RegionalMessage message,
      List<Problem> found,
      ItemHeads heads,
      Profile sender,
      Instant received) {
    var problems = new ArrayList<>(found);
    var decision = (CustomsDecision) message.data();
    var head = heads.declaredTo(sender.id(), decision.declaration().itemId());
    if (!isAuthority(decision, sender)) {
      problems.add(
          Problem.of(
              ProblemCode.NOT_ALLOWED,
              new Location.AtPointer("/authority/countryCode"),
              decision.authority().countryCode(),
              sender.identity().countryCode()));
    }
    if (head == null) {
      problems.add(undeclared(decision));
      return new Prepared(decoded, message, problems, List.of(), sender.id());
    }
    var completed = completed(decision, head);
    var recipients = recipients(head, problems);
    var finished = new RegionalMessage(addressed(message.envelope(), head, recipients), completed);
    var prepared = new Prepared(decoded, finished, problems, recipients, sender.id());
    if (!prepared.refused()) {
      heads.decided(completed, head, received);
    }
    return prepared;
  }

  private static Problem undeclared(CustomsDecision decision) {
    return Problem.of(
        ProblemCode.RECIPIENT_UNKNOWN,
        new Location.AtPointer("/declaration/itemId"),
        decision.declaration().itemId(),
        "an item that was declared to this administration");
  }

  private static boolean isAuthority(CustomsDecision decision, Profile sender) {
    return sender.identity().role() == PartyRole.CUSTOMS
        && decision.authority().countryCode().equals(sender.identity().countryCode());
  }

  private static CustomsDecision completed(CustomsDecision decision, ItemHead head) {
    var reference = decision.declaration();
    return decision.toBuilder()
        .version(head.lastDecisionVersion() + 1)
        .declaration(
            new DeclarationReference(
                reference.itemId(),
                head.declarationId(),
                head.version(),
                reference.customsReference(),
                reference.other()))
        .build();
  }

  private List<Profile> recipients(ItemHead head, List<Problem> problems) {
    var post =
        profiles
            .byId(head.sender())
            .filter(party -> party.receives().kinds().contains(MessageKind.CUSTOMS_DECISION));
    if (post.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.RECIPIENT_UNKNOWN,
              Location.WHOLE,
              head.sender(),
              "a party that receives customs decisions"));
    }
    return post.map(List::of).orElse(List.of());
  }

  private static Envelope addressed(Envelope envelope, ItemHead head, List<Profile> recipients) {
    return new Envelope(
        envelope.id(),
        envelope.source(),
        envelope.kind(),
        envelope.subject(),
        envelope.time(),
        recipients.isEmpty()
            ? envelope.recipient()
            : recipients.getFirst().identity().address().urn(),
        head.correlationId(),
        head.envelopeId(),
        envelope.test(),
        envelope.other());
  }
}
