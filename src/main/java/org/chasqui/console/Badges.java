package org.chasqui.console;

import static org.chasqui.console.html.Element.el;

import java.util.Locale;
import java.util.Map;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.AlarmState;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.InterchangeState;
import org.chasqui.ledger.LineState;
import org.chasqui.message.DecisionStatus;
import org.chasqui.profile.Confidence;
import org.chasqui.rule.Outcome;
import org.chasqui.rule.ReferralCycle;

/** Small marks for states: a word, a sign and a colour, so that no colour speaks alone. */
final class Badges {
  private static final Map<String, String> SIGNS =
      Map.of("good", "✓", "busy", "…", "warn", "!", "bad", "✕", "off", "☾", "plain", "·");

  private Badges() {}

  static Element of(PartyState state, Texts texts) {
    return badge(tone(state), texts.get("state." + state));
  }

  static Element sign(PartyState state) {
    return el("span", SIGNS.get(tone(state))).attr("aria-hidden", "true");
  }

  static String tone(PartyState state) {
    return switch (state) {
      case OK -> "good";
      case DELAYED -> "warn";
      case CLOSED -> "off";
      case INTERRUPTED -> "bad";
    };
  }

  static Element of(DeliveryState state, Texts texts) {
    var tone =
        switch (state) {
          case DELIVERED -> "good";
          case PARKED -> "bad";
          default -> "busy";
        };
    return badge(tone, texts.get("delivery." + state));
  }

  static Element of(DispatchMatch.Standing standing, Texts texts) {
    var tone = standing == DispatchMatch.Standing.DECLARED ? "good" : "bad";
    return badge(tone, texts.get("standing." + standing));
  }

  static Element of(AlarmState state, Texts texts) {
    var tone =
        switch (state) {
          case AWAITED -> "busy";
          case RAISED -> "bad";
          case MET -> "good";
          case CLEARED -> "plain";
        };
    return badge(tone, texts.get("alarm-state." + state));
  }

  static Element notToBeLoaded(Texts texts) {
    return badge("bad", texts.get("referral.DNL"));
  }

  static Element of(ReferralCycle.Move move, Texts texts) {
    var tone =
        switch (move) {
          case POST -> "warn";
          case CUSTOMS -> "busy";
          case NOBODY -> "good";
        };
    return badge(tone, texts.get("move." + move));
  }

  static Element of(LineState state, Texts texts) {
    var tone =
        switch (state) {
          case DELIVERED, DECIDED -> "good";
          case PARKED, REFUSED -> "bad";
          case WAITING -> "busy";
        };
    return badge(tone, texts.get("line." + state));
  }

  static Element of(InterchangeState state, Texts texts) {
    var tone =
        switch (state) {
          case INTERPRETED -> "good";
          case PARTLY_REFUSED -> "warn";
          case REFUSED -> "bad";
          default -> "busy";
        };
    return badge(tone, texts.get("interchange." + state));
  }

  static Element of(DecisionStatus status, Texts texts) {
    var tone =
        switch (status) {
          case RELEASED, RELEASED_CONDITIONALLY, ASSESSMENT_COMPLETE -> "good";
          case REGISTERED -> "busy";
          case REFUSED, SEIZED, DESTROYED, ABANDONED, CANCELLED, RETURN_TO_ORIGIN -> "bad";
          default -> "warn";
        };
    return badge(tone, texts.get("decision." + status));
  }

  static Element of(Confidence confidence, boolean confirmed, Texts texts) {
    if (confirmed) {
      return badge("good", texts.get("confidence.CONFIRMED"));
    }
    var tone =
        switch (confidence) {
          case DOCUMENTED -> "plain";
          case INFERRED -> "warn";
          case UNKNOWN -> "off";
        };
    return badge(tone, texts.get("confidence." + confidence))
        .attr("title", texts.get("confidence.unconfirmed"));
  }

  /** {@code word} says it in the language of the page. */
  static Element of(Outcome outcome, String word) {
    var tone =
        switch (outcome) {
          case WITHIN, MET, VALID -> "good";
          case ABOVE, MISSING, NOT_VALID -> "warn";
          case CATEGORY -> "plain";
          case NOT_EVALUATED -> "off";
        };
    return badge(tone, word);
  }

  static Element severity(String severity, Texts texts) {
    var tone = severity.equals("ERROR") ? "bad" : severity.equals("WARNING") ? "warn" : "plain";
    return badge(tone, texts.get("severity." + severity.toUpperCase(Locale.ROOT)));
  }

  private static Element badge(String tone, String word) {
    return Element.classed("span", "badge " + tone)
        .add(el("span", SIGNS.get(tone)).attr("aria-hidden", "true"))
        .add(el("span", word));
  }
}
