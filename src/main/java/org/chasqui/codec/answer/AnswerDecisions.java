package org.chasqui.codec.answer;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.LossList;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsDecisionBuilder;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Envelope;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Rfc3339;

/**
 * Makes customs-decision messages of what a national answer says of its items: status by the
 * profile's code map {@code decision-status}, ids derived from the document, times with the offset
 * of the administration.
 */
public final class AnswerDecisions {
  /** Code map from the national status to a {@link DecisionStatus}. */
  public static final String STATUS_MAP = "decision-status";

  private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final DecodeContext context;

  /** For one document. */
  public AnswerDecisions(DecodeContext context) {
    this.context = context;
  }

  /**
   * Starts the decision on an item. A national code without a status in the profile becomes a
   * provisional REGISTERED and a problem.
   */
  public CustomsDecisionBuilder decision(
      String itemId, String code, Location location, List<Problem> problems) {
    var view = context.view();
    var status = status(code);
    if (status.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.CODE_WITHOUT_TARGET, location, code, "a code of the map " + STATUS_MAP));
    }
    return CustomsDecision.builder()
        .decisionId(DecodeContext.stableId(view.urn() + "/decision/" + itemId))
        .version(1)
        .status(status.orElse(DecisionStatus.REGISTERED))
        .provisional(status.isEmpty() ? Boolean.TRUE : null)
        .sourceStatusCode(code)
        .authority(
            new Authority(
                view.countryCode(), LossList.head(view.name(), 70), AgencyType.CUSTOMS, Map.of()));
  }

  private Optional<DecisionStatus> status(String code) {
    var name = context.view().code(STATUS_MAP, code).orElse("");
    for (var status : DecisionStatus.values()) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /**
   * The message at a position of the document.
   *
   * @param status where the document gives the status
   */
  public Decoded decoded(
      int position, CustomsDecision decision, Location status, List<Problem> found) {
    var problems = new ArrayList<>(found);
    var settled = DutyAmounts.settled(decision, status, problems);
    var itemId = decision.businessKey();
    var envelope =
        new Envelope(
            context.messageId(position),
            context.view().urn(),
            MessageKind.CUSTOMS_DECISION,
            itemId,
            receivedAt(),
            context.recipientUrn(),
            DecodeContext.stableId("conversation/" + itemId),
            null,
            false,
            Map.of());
    var message =
        new RegionalMessage(
            envelope, StatusReason.given(settled, settled.sourceStatusCode(), STATUS_MAP));
    return new Decoded(position, itemId, null, message, List.copyOf(problems));
  }

  /** A release with the time of the decision as that of the release; any other as it is. */
  public static CustomsDecision withReleaseTime(CustomsDecision decision) {
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decision.decidedAt()).build()
        : decision;
  }

  /** A part of the document that makes no message. */
  public static Decoded unusable(int position, String itemId, List<Problem> problems) {
    return new Decoded(position, itemId, null, null, List.copyOf(problems));
  }

  /** The time of receipt, which stands in where the document gives none. */
  public String receivedAt() {
    return context.receivedAt().toString();
  }

  /**
   * RFC 3339 with offset of a national time: ISO 8601 with an offset, or local to the
   * administration without one. Empty when it is neither.
   */
  public Optional<String> time(String national) {
    if (national == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Rfc3339.parse(national).format(RFC_3339));
    } catch (DateTimeParseException withoutOffset) {
      return localTime(national);
    }
  }

  private Optional<String> localTime(String national) {
    try {
      var zoned = LocalDateTime.parse(national).atZone(context.view().zone());
      return Optional.of(zoned.toOffsetDateTime().format(RFC_3339));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /** The administration's first language, for the texts of its reasons. */
  public String language() {
    var languages = context.view().languages();
    return languages.isEmpty() ? null : languages.getFirst().toLowerCase(Locale.ROOT);
  }
}
