package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.DoNotLoadConfirmation;
import org.chasqui.message.ReferralAnswer;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.ReferralType;
import org.chasqui.message.ScreeningOutcome;
import org.chasqui.message.ScreeningResult;

/** Reads an item of REFRSP as the answer to a referral (upu-messages-interim-guide, The others). */
final class RefrspReader {
  private static final int TEXT = 512;
  private static final int METHOD = 17;
  private static final int FIRST_METHOD = 3;
  private static final int LAST_METHOD = 7;
  private static final Map<String, ScreeningOutcome> OUTCOMES =
      Map.of(
          "CLR", ScreeningOutcome.CLEARED,
          "SUS", ScreeningOutcome.SUSPECT,
          "NSC", ScreeningOutcome.NOT_SCREENED,
          "INC", ScreeningOutcome.INCONCLUSIVE);

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;
  private final ReferralValues common;

  RefrspReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.common = new ReferralValues(group, values);
  }

  /** The code of an outcome in STS. */
  static String code(ScreeningOutcome outcome) {
    return OUTCOMES.entrySet().stream()
        .filter(entry -> entry.getValue() == outcome)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("INC");
  }

  ReferralResponse response() {
    var type = common.type(common.typeCode());
    var answers = answers();
    var amended = amended();
    var screening = screening();
    var confirmation = confirmation();
    complete(type, answers.isEmpty() && amended == null, screening.isEmpty(), confirmation);
    var told = values.time(group, "148", zone(null));
    return new ReferralResponse(
        responseId(),
        common.referralId(),
        type,
        told == null ? values.time(item.header(), "137", zone(null)) : told,
        respondent(),
        common.scope(),
        answers,
        amended,
        screening,
        confirmation,
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** Each type has its own kind of answer. */
  private void complete(
      ReferralType type, boolean silent, boolean unscreened, DoNotLoadConfirmation confirmation) {
    var missing =
        switch (type) {
          case RFI -> silent ? "an answer or an amended declaration" : null;
          case RFS -> unscreened ? "STS+SCR" : null;
          case DNL -> confirmation == null ? "STS+DNL" : null;
          case AMD -> null;
        };
    if (missing != null && !group.all("GIS").isEmpty()) {
      values.refuse(group.all("GIS").getLast(), 0, 0, type.name(), missing);
    }
  }

  private String responseId() {
    return DecodeContext.stableId(
        "response/"
            + item.interchange().sender()
            + "/"
            + item.interchange().reference()
            + "/"
            + item.message().reference()
            + "/"
            + group.trigger().position());
  }

  private ZoneId zone(String place) {
    return EventCodes.zone(place)
        .or(() -> ImpcZones.builtIn().zone(view.countryCode()))
        .orElse(view.zone());
  }

  private String respondent() {
    var nad = item.header().first("NAD", 1, 1, "MS");
    return nad == null ? null : nad.text(2);
  }

  private DeclarationReference amended() {
    var rff = group.first("RFF", 1, 1, "ACD");
    return rff == null
        ? null
        : new DeclarationReference(
            group.trigger().text(2), null, values.whole(rff, 1, 2), null, Map.of());
  }

  private List<ReferralAnswer> answers() {
    var answers = new ArrayList<ReferralAnswer>();
    for (var answer : group.groups("answer")) {
      var code = answer.first("ERC");
      var ftx = answer.first("FTX");
      answers.add(
          new ReferralAnswer(
              answer.trigger().text(1, 2),
              code == null ? null : code.text(1, 1),
              values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT),
              null,
              Map.of()));
    }
    return answers;
  }

  private List<ScreeningResult> screening() {
    var results = new ArrayList<ScreeningResult>();
    for (var outcome : group.groups("outcome")) {
      var sts = outcome.trigger();
      if (sts.segment().is(1, 1, "SCR")) {
        results.add(
            new ScreeningResult(
                group.trigger().text(2),
                outcome(sts),
                methods(outcome),
                time(outcome),
                Places.read(values, outcome.first("LOC")),
                null,
                null,
                List.of(),
                Map.of()));
        if (outcome(sts) == null || methods(outcome).isEmpty()) {
          values.refuse(sts, 2, 1, "no outcome or method", "CLR, SUS, NSC or INC, and a method");
        }
      }
    }
    return results;
  }

  private static ScreeningOutcome outcome(MessageSegment sts) {
    var code = sts.text(2, 1);
    return code == null ? null : OUTCOMES.get(code);
  }

  private static List<String> methods(Group outcome) {
    var methods = new ArrayList<String>();
    for (int element = FIRST_METHOD; element <= LAST_METHOD; element++) {
      var method = outcome.trigger().text(element, 4);
      if (Forms.lettersOrDigits(method, 1, METHOD)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private String time(Group outcome) {
    var loc = outcome.first("LOC");
    return values.time(outcome, "7", zone(loc == null ? null : loc.text(2)));
  }

  private DoNotLoadConfirmation confirmation() {
    for (var outcome : group.groups("outcome")) {
      var sts = outcome.trigger();
      if (sts.segment().is(1, 1, "DNL")) {
        var ftx = outcome.first("FTX");
        var at = time(outcome);
        if (at == null) {
          values.refuse(sts, 0, 0, "no time", "DTM+7");
        }
        return new DoNotLoadConfirmation(
            "YES".equals(sts.text(2, 1)),
            Places.read(values, outcome.first("LOC")),
            values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT),
            at,
            Map.of());
      }
    }
    return null;
  }
}
