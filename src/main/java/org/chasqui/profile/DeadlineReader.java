package org.chasqui.profile;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.EventType;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ReferralType;

/** Reads what a profile says of time: deadlines of referrals and events that are expected. */
final class DeadlineReader {
  private static final List<MessageKind> AFTER =
      List.of(
          MessageKind.ITEM_DECLARATION,
          MessageKind.DISPATCH_PREADVICE,
          MessageKind.CUSTOMS_DECISION,
          MessageKind.TRACKING_EVENT);
  private static final List<String> AFTER_NAMES =
      AFTER.stream().map(MessageKind::schemaName).toList();
  private static final List<String> OF_DISPATCH = List.of("dispatch", "item");

  private DeadlineReader() {}

  static ReferralTimes referrals(Section section) {
    var within = section.optionalSection("answerWithin");
    var answers = new EnumMap<ReferralType, Duration>(ReferralType.class);
    for (var type : ReferralType.values()) {
      var given = duration(within, type.name().toLowerCase(Locale.ROOT));
      if (given != null) {
        answers.put(type, given);
      }
    }
    return new ReferralTimes(
        answers,
        duration(section, "assessWithin"),
        List.copyOf(section.values("remindBefore", Values.DURATION_RULE, Values::duration)));
  }

  private static Duration duration(Section section, String key) {
    return section.optional(key, Values.DURATION_RULE, Values::duration);
  }

  static List<Expectation> expectations(List<Section> sections) {
    return sections.stream().map(DeadlineReader::expectation).toList();
  }

  private static Expectation expectation(Section section) {
    var after = section.value("after", null, Values.oneOf(AFTER_NAMES), DeadlineReader::kind);
    var status =
        section.optional(
            "status", Values.tokenRule(DecisionStatus.class), Values.token(DecisionStatus.class));
    var of =
        section.optional("of", Values.tokenRule(EventType.class), Values.token(EventType.class));
    var about =
        section.value(
            "about",
            "dispatch",
            Values.oneOf(OF_DISPATCH),
            text -> Values.member(OF_DISPATCH, text));
    only(section, "status", after, MessageKind.CUSTOMS_DECISION);
    only(section, "of", after, MessageKind.TRACKING_EVENT);
    only(section, "about", after, MessageKind.DISPATCH_PREADVICE);
    return new Expectation(
        after,
        status,
        of,
        section.value(
            "event", null, Values.tokenRule(EventType.class), Values.token(EventType.class)),
        section.value("within", null, Values.DURATION_RULE, Values::duration),
        "item".equals(about));
  }

  private static void only(Section section, String key, MessageKind after, MessageKind wanted) {
    if (section.has(key) && after != null && after != wanted) {
      section.fault(key, "is only for " + wanted.schemaName(), null);
    }
  }

  private static MessageKind kind(String name) {
    return AFTER.stream()
        .filter(kind -> kind.schemaName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
