package org.chasqui.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.ReferralState;
import org.chasqui.message.ReferralType;

/**
 * The referrals of one item as its messages leave them: what is asked, and who is to move
 * (docs/item-life.md). Messages are told in their order. The cycle follows ICS2's
 * (wco-and-canonical-model §2.4); what it leaves open is ours.
 */
public final class ReferralCycle {
  /** An amendment of the declaration answers these, as in ICS2 (IE3A43 may answer IE3Q02). */
  public static final Set<ReferralType> ANSWERED_BY_AMENDMENT =
      EnumSet.of(ReferralType.RFI, ReferralType.AMD);

  private final Map<String, Referral> referrals = new LinkedHashMap<>();

  /** Who is to move next. */
  public enum Move {
    POST,
    CUSTOMS,
    NOBODY
  }

  /**
   * One referral.
   *
   * @param administration party id of who referred
   * @param dueAt as the referral tells it, or null
   * @param blocks true while the item must not be loaded
   */
  public record Referral(
      String id,
      ReferralType type,
      String administration,
      String dueAt,
      Move move,
      boolean blocks) {
    private Referral moved(Move next) {
      return new Referral(id, type, administration, dueAt, next, blocks && next != Move.CUSTOMS);
    }

    private Referral over() {
      return new Referral(id, type, administration, dueAt, Move.NOBODY, false);
    }
  }

  /** All referrals, oldest first. */
  public List<Referral> referrals() {
    return List.copyOf(referrals.values());
  }

  /** Customs ask, ask again, withdraw or close. */
  public void referred(String administration, CustomsReferral referral) {
    if (referral.supersedesReferralId() != null) {
      referrals.computeIfPresent(referral.supersedesReferralId(), (id, old) -> old.over());
    }
    boolean opens = opens(referral);
    referrals.put(
        referral.referralId(),
        new Referral(
            referral.referralId(),
            referral.type(),
            administration,
            referral.dueAt(),
            opens ? Move.POST : Move.NOBODY,
            opens && referral.type() == ReferralType.DNL));
  }

  /** True for one that asks, false for one that ends. */
  public static boolean opens(CustomsReferral referral) {
    return referral.state() == null || referral.state() == ReferralState.OPEN;
  }

  /** The post answers. A confirmation leaves an item that must not be loaded where it is. */
  public void answered(ReferralResponse response) {
    referrals.computeIfPresent(
        String.valueOf(response.referralId()),
        (id, asked) ->
            asked.move() != Move.POST || asked.type() != response.type() || !isAnswer(response)
                ? asked
                : asked.type() == ReferralType.DNL
                    ? new Referral(
                        id, asked.type(), asked.administration(), asked.dueAt(), Move.NOBODY, true)
                    : asked.moved(Move.CUSTOMS));
  }

  /** True unless it answers that an item must not be loaded without confirming it. */
  public static boolean isAnswer(ReferralResponse response) {
    return response.type() != ReferralType.DNL
        || response.doNotLoad() != null && Boolean.TRUE.equals(response.doNotLoad().confirmed());
  }

  /** The post amends or cancels its declaration. */
  public void declared(ItemDeclaration declaration) {
    if (declaration.function() == MessageFunction.CANCELLATION) {
      referrals.replaceAll((id, asked) -> asked.over());
    } else if (declaration.function() == MessageFunction.AMENDMENT) {
      referrals.replaceAll(
          (id, asked) ->
              asked.move() == Move.POST && ANSWERED_BY_AMENDMENT.contains(asked.type())
                  ? asked.moved(Move.CUSTOMS)
                  : asked);
    }
  }

  /** A decision of whom referred may end the referrals; that of another says nothing of them. */
  public void decided(String administration, CustomsDecision decision) {
    if (ends(decision)) {
      referrals.replaceAll(
          (id, asked) -> asked.administration().equals(administration) ? asked.over() : asked);
    }
  }

  /** True for the end of the assessment or of the whole treatment. */
  public static boolean ends(CustomsDecision decision) {
    return !Boolean.TRUE.equals(decision.provisional())
        && (decision.status() == DecisionStatus.ASSESSMENT_COMPLETE
            || DecisionRules.endsTreatment(decision.status()));
  }

  /**
   * What an answer lacks in view of its referral, beside what the schema asks for its own type.
   * Warnings, since it is kept and passed on.
   */
  public static List<Problem> check(ReferralResponse response, CustomsReferral referral) {
    var problems = new ArrayList<Problem>();
    if (response.type() != referral.type()) {
      problems.add(lacks("/type", String.valueOf(response.type()), referral.type().name()));
      return problems;
    }
    if (referral.type() == ReferralType.DNL && !isAnswer(response)) {
      problems.add(lacks("/doNotLoad/confirmed", "false", "true"));
    }
    if (referral.type() == ReferralType.AMD
        && response.answers().isEmpty()
        && response.attachments().isEmpty()
        && response.amendedDeclaration() == null) {
      problems.add(lacks("/answers", null, "answers, attachments or an amendment"));
    }
    return problems;
  }

  private static Problem lacks(String pointer, String found, String expected) {
    return Problem.of(
        ProblemCode.ANSWER_INCOMPLETE, new Location.AtPointer(pointer), found, expected);
  }
}
