package org.chasqui.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DispatchId;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.Severity;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.Travel;

/**
 * Addresses the messages that only tell: tracking events, pre-advices and what else decides
 * nothing. Each goes to the party that it names and to those whom its items concern, as far as they
 * receive its kind; it is kept when there is none.
 */
final class Notices {
  private static final int COUNTRY = 2;
  private static final Set<PartyRole> ENDS = EnumSet.of(PartyRole.POST, PartyRole.CUSTOMS);

  private final Profiles profiles;
  private final Ledger ledger;
  private final Referrals referrals;

  Notices(Profiles profiles, Ledger ledger, RegionalJson json, FinalDecisions finals) {
    this.profiles = profiles;
    this.ledger = ledger;
    referrals = new Referrals(profiles, ledger, json, finals);
  }

  /** What the ledger files a message under: referrals and answers have ids, but are of an item. */
  static String subject(RegionalMessage message) {
    return switch (message.data()) {
      case CustomsReferral referral when referral.scope() != null -> referral.scope().subject();
      case ReferralResponse ignored -> message.envelope().subject();
      default -> message.data().businessKey();
    };
  }

  /** The items whose latest state it takes to address a message. */
  static Stream<String> items(Decoded decoded) {
    var message = decoded.message();
    if (message == null) {
      return Stream.of(decoded.businessKey()).filter(key -> key != null);
    }
    return switch (message.data()) {
      case TrackingEvent event -> items(event.scope());
      case CustomsReferral referral -> items(referral.scope());
      case DispatchPreadvice advice -> Undeclared.items(advice).stream();
      default -> Stream.of(subject(message)).filter(key -> key != null);
    };
  }

  private static Stream<String> items(Scope scope) {
    return scope == null ? Stream.of() : scope.items().stream().map(item -> item.itemId());
  }

  Prepared prepare(
      Decoded decoded,
      RegionalMessage message,
      List<Problem> found,
      ItemHeads heads,
      Profile sender) {
    var problems = new ArrayList<>(found);
    var wanted = new LinkedHashSet<Profile>();
    var recipient = message.envelope().recipient();
    var named = profiles.byAddress(recipient);
    named.ifPresent(wanted::add);
    if (named.isEmpty() && isParty(recipient)) {
      problems.add(
          new Problem(
              ProblemCode.RECIPIENT_UNKNOWN,
              Severity.WARNING,
              new Location.AtPointer("/envelope/recipient"),
              recipient,
              "a party that takes part"));
    }
    concerned(message, heads, wanted);
    refer(message, heads, sender, wanted, problems);
    wanted.removeIf(party -> party.id().equals(sender.id()));
    wanted.removeIf(party -> !party.receives().kinds().contains(message.kind()));
    return new Prepared(decoded, message, problems, List.copyOf(wanted), null);
  }

  /** The gateway itself is named when the sender leaves it to us. */
  private static boolean isParty(String recipient) {
    return recipient != null && !recipient.equals(PartyAddress.GATEWAY.urn());
  }

  private void concerned(RegionalMessage message, ItemHeads heads, Set<Profile> wanted) {
    switch (message.data()) {
      case TrackingEvent event -> {
        event.scope().items().forEach(item -> item(item.itemId(), event, heads, wanted));
        if (event.scope().items().isEmpty()) {
          dispatches(event.scope()).forEach(dispatch -> wanted.addAll(ofEnds(dispatch)));
        }
      }
      case DispatchPreadvice preadvice -> {
        var destination = preadvice.destinationImpcCode();
        wanted.addAll(ofCountry(country(destination)));
      }
      default -> {
        // the party named in the envelope is all
      }
    }
  }

  private void refer(
      RegionalMessage message,
      ItemHeads heads,
      Profile sender,
      Set<Profile> wanted,
      List<Problem> problems) {
    switch (message.data()) {
      case CustomsReferral referral -> referrals.refer(referral, heads, sender, wanted, problems);
      case ReferralResponse response ->
          referrals.answer(response, subject(message), sender, wanted, problems);
      case DispatchPreadvice advice ->
          problems.addAll(new Undeclared(ledger, profiles, heads, sender).problems(advice));
      default -> {
        // the others need nobody's leave
      }
    }
  }

  /** On the way back of an item who declared its way out hears of it as well. */
  private void item(String itemId, TrackingEvent event, ItemHeads heads, Set<Profile> wanted) {
    var head = heads.of(itemId);
    if (head == null) {
      return;
    }
    head.ways().forEach(way -> profiles.byId(way.sender()).ifPresent(wanted::add));
    for (var administration : profiles.administrations()) {
      boolean takesEvents =
          administration.receives().kinds().contains(MessageKind.TRACKING_EVENT)
              && !Travel.isOfAnother(event, administration.identity().countryCode());
      if (takesEvents && heads.declaredTo(administration.id(), itemId) != null) {
        wanted.add(administration);
      }
    }
  }

  /** The dispatches that receptacles belong to, or the one that is named. */
  private static Stream<DispatchId> dispatches(Scope scope) {
    return scope.receptacleIds().isEmpty()
        ? DispatchId.parse(scope.dispatchId()).stream()
        : scope.receptacleIds().stream()
            .flatMap(id -> ReceptacleId.parse(id).stream())
            .map(ReceptacleId::dispatch)
            .distinct();
  }

  private List<Profile> ofEnds(DispatchId dispatch) {
    return Stream.of(dispatch.origin().text(), dispatch.destination().text())
        .flatMap(impc -> ofCountry(country(impc)).stream())
        .toList();
  }

  private static Optional<String> country(String impc) {
    return impc == null || impc.length() < COUNTRY
        ? Optional.empty()
        : Optional.of(impc.substring(0, COUNTRY));
  }

  private List<Profile> ofCountry(Optional<String> country) {
    return country.stream()
        .flatMap(
            code ->
                profiles.all().stream()
                    .filter(party -> ENDS.contains(party.identity().role()))
                    .filter(party -> party.identity().countryCode().equals(code)))
        .toList();
  }
}
