package org.chasqui.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chasqui.codec.Decoded;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.ItemHead;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Severity;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** Versions and recipients of item declarations. */
final class Declarations {
  private static final Location FUNCTION = new Location.AtPointer("/function");
  private static final Location VERSION = new Location.AtPointer("/version");

  private final Profiles profiles;
  private final FinalDecisions finals;

  private final Resends resends;
  private final ItemLives lives;

  Declarations(Profiles profiles, FinalDecisions finals, Resends resends, ItemLives lives) {
    this.resends = resends;
    this.lives = lives;
    this.profiles = profiles;
    this.finals = finals;
  }

  /** The items that are declared here, each once, but for declarations with one function. */
  static List<String> items(List<Decoded> gathered, MessageFunction but) {
    return gathered.stream()
        .filter(decoded -> decoded.message() != null)
        .map(decoded -> decoded.message().data())
        .filter(ItemDeclaration.class::isInstance)
        .map(ItemDeclaration.class::cast)
        .filter(declaration -> declaration.function() != but)
        .map(ItemDeclaration::itemId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * Prepares a declaration.
   *
   * @param received when the gateway received it
   * @param derivedVersion true when the format carries no version: the ledger's next one is taken
   */
  Prepared prepare(
      Decoded decoded,
      RegionalMessage message,
      List<Problem> found,
      ItemHeads heads,
      Profile sender,
      Instant received,
      boolean derivedVersion) {
    var problems = new ArrayList<>(found);
    var declaration = (ItemDeclaration) message.data();
    refuseCustoms(sender, problems);
    var head = heads.of(declaration.itemId());
    // of what another post declared, nothing is told but that the id is taken
    var own = heads.declaredBy(sender.id(), declaration.itemId());
    if (own != null && resends.isKnown(declaration)) {
      return repeated(decoded, message, own, problems);
    }
    boolean original = declaration.function() == MessageFunction.ORIGINAL;
    var begun =
        head == null || !original
            ? Beginning.NONE
            : lives.begun(declaration, head, sender, received);
    int version =
        original
            ? original(declaration, own, begun == Beginning.NONE ? head : null, problems)
            : version(declaration, own, derivedVersion, problems);
    var recipients = taking(declaration.function(), recipients(declaration, problems), problems);
    var finished = numbered(message, declaration, version, recipients);
    var prepared = new Prepared(decoded, finished, problems, recipients, null, false, begun);
    if (!prepared.refused()) {
      heads.declared(finished, sender.id(), begun, received);
    }
    return prepared;
  }

  private static Prepared repeated(
      Decoded decoded, RegionalMessage message, ItemHead own, List<Problem> problems) {
    var known = "version " + own.version() + " is known";
    problems.add(Problem.of(ProblemCode.REPEATED, FUNCTION, "ORIGINAL", known));
    return new Prepared(decoded, message, problems, List.of(), null, true, Beginning.NONE);
  }

  private static void refuseCustoms(Profile sender, List<Problem> problems) {
    if (sender.identity().role() == PartyRole.CUSTOMS) {
      problems.add(
          Problem.of(
              ProblemCode.NOT_ALLOWED, Location.WHOLE, "item declaration", "customs decisions"));
    }
  }

  /** The message with its version, addressed to the first of its recipients. */
  private static RegionalMessage numbered(
      RegionalMessage message, ItemDeclaration declaration, int version, List<Profile> recipients) {
    var numbered = message.with(declaration.toBuilder().version(version).build());
    return recipients.isEmpty()
        ? numbered
        : numbered.to(recipients.getFirst().identity().address().urn());
  }

  private static int original(
      ItemDeclaration declaration, ItemHead own, ItemHead head, List<Problem> problems) {
    if (head != null) {
      problems.add(
          Problem.of(
              ProblemCode.VERSION_ORDER,
              FUNCTION,
              "ORIGINAL",
              own == null
                  ? "an item id that no other post has declared"
                  : "AMENDMENT or CANCELLATION of version " + own.version()));
    }
    return declaration.version();
  }

  private int version(
      ItemDeclaration declaration, ItemHead head, boolean derived, List<Problem> problems) {
    if (head == null) {
      problems.add(
          Problem.of(
              ProblemCode.VERSION_ORDER,
              FUNCTION,
              declaration.function().name(),
              "ORIGINAL first"));
      return declaration.version();
    }
    if (finals.isFinal(head.lastDecision())) {
      problems.add(
          Problem.of(
              ProblemCode.ALREADY_DECIDED,
              FUNCTION,
              head.lastDecision().name(),
              "no change after a final decision"));
    }
    int next = head.version() + 1;
    return derived ? next : stated(declaration, next, problems);
  }

  /** The version that the message states, which must be the next one. */
  private static int stated(ItemDeclaration declaration, int next, List<Problem> problems) {
    int stated = declaration.version();
    if (stated != next) {
      problems.add(
          Problem.of(
              ProblemCode.VERSION_ORDER,
              VERSION,
              Integer.toString(stated),
              Integer.toString(next)));
    }
    return stated;
  }

  private List<Profile> recipients(ItemDeclaration declaration, List<Problem> problems) {
    var recipients = new ArrayList<Profile>();
    var destination = profiles.administrationOf(declaration.destinationCountryCode());
    destination.filter(party -> receives(party, Flow.IMPORT)).ifPresent(recipients::add);
    profiles
        .administrationOf(declaration.originCountryCode())
        .filter(party -> receives(party, Flow.EXPORT) && !recipients.contains(party))
        .ifPresent(recipients::add);
    if (destination.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.CORRIDOR,
              new Location.AtPointer("/destinationCountryCode"),
              declaration.destinationCountryCode(),
              "a country whose administration takes part"));
    }
    return recipients;
  }

  /**
   * Those who take the function. Where none does the post is told so, and what to do instead: it
   * would wait for an answer that cannot come.
   */
  private static List<Profile> taking(
      MessageFunction function, List<Profile> concerned, List<Problem> problems) {
    var taking = new ArrayList<>(concerned);
    for (var party : concerned) {
      var receives = party.receives();
      if (!receives.functions().contains(function)) {
        taking.remove(party);
        var instead = receives.instead() == null ? "" : "; " + receives.instead();
        problems.add(
            new Problem(
                ProblemCode.CODE_WITHOUT_TARGET,
                taking.isEmpty() ? Severity.ERROR : Severity.WARNING,
                FUNCTION,
                function.name(),
                party.id() + " takes " + receives.functions() + instead));
      }
    }
    return taking;
  }

  private static boolean receives(Profile party, Flow flow) {
    return party.receives().kinds().contains(MessageKind.ITEM_DECLARATION)
        && party.receives().flows().contains(flow);
  }
}
