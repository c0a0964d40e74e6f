package org.chasqui.console;

import static org.chasqui.console.html.Element.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;

/** The referrals of an item on the page of its story: what is asked, until when, who is to move. */
final class ReferralPane {
  private static final List<String> COLUMNS = List.of("id", "type", "from", "due", "move");
  private static final String PREFIX = "referral.";

  /** Who is to move next. */
  enum Move {
    POST,
    CUSTOMS,
    NOBODY
  }

  /**
   * One referral as the messages of the story leave it.
   *
   * @param due as it was told; empty when it was not
   */
  record Referral(String id, String type, String from, Optional<OffsetDateTime> due, Move move) {}

  private final Texts texts;
  private final List<Referral> referrals;

  ReferralPane(Texts texts, List<Referral> referrals) {
    this.texts = texts;
    this.referrals = referrals;
  }

  /**
   * The referrals of a story, oldest first. The post is to move when customs asked last, customs
   * when the post answered or amended last, nobody once it is withdrawn, closed or the assessment
   * is over.
   */
  static List<Referral> of(Timeline story) {
    var open = new LinkedHashMap<String, Referral>();
    for (var row : story.messages()) {
      if (row.refused() || row.json() == null) {
        continue;
      }
      switch (row.kind()) {
        case CUSTOMS_REFERRAL -> referred(row, data(row), open);
        case REFERRAL_RESPONSE ->
            open.computeIfPresent(
                data(row).path("referralId").asText(), (id, asked) -> moved(asked));
        case ITEM_DECLARATION -> open.replaceAll((id, asked) -> moved(asked));
        case CUSTOMS_DECISION -> open.replaceAll((id, asked) -> decided(row, asked));
        default -> {
          // says nothing about a referral
        }
      }
    }
    return List.copyOf(open.values());
  }

  private static JsonNode data(MessageRow row) {
    return Json.read(row.json()).orElseThrow().path("data");
  }

  private static void referred(
      MessageRow row, JsonNode data, LinkedHashMap<String, Referral> open) {
    var id = data.path("referralId").asText();
    boolean over = !data.path("state").asText("OPEN").equals("OPEN");
    open.put(
        id,
        new Referral(
            id,
            data.path("type").asText(),
            row.sender(),
            time(data.path("dueAt").asText(null)),
            over ? Move.NOBODY : Move.POST));
  }

  private static Referral moved(Referral asked) {
    return asked.move() == Move.POST ? with(asked, Move.CUSTOMS) : asked;
  }

  /** A decision of whom referred ends the referral; that of another says nothing of it. */
  private static Referral decided(MessageRow row, Referral asked) {
    return row.sender().equals(asked.from()) ? with(asked, Move.NOBODY) : asked;
  }

  private static Referral with(Referral asked, Move move) {
    return new Referral(asked.id(), asked.type(), asked.from(), asked.due(), move);
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Null when there is none. */
  Element render() {
    if (referrals.isEmpty()) {
      return null;
    }
    var title = texts.get("referral.title");
    var rows = new ArrayList<Element>();
    for (var referral : referrals) {
      rows.add(
          new Tables.Row(texts, PREFIX, COLUMNS)
              .head(el("span", referral.id()))
              .text(texts.getOr("referral." + referral.type(), referral.type()))
              .text(referral.from())
              .cell(
                  referral
                      .due()
                      .map(due -> Times.utc(due.toInstant()))
                      .orElseGet(() -> el("span", "–")))
              .cell(Badges.of(referral.move(), texts))
              .row());
    }
    return el("section")
        .add(el("h2", title))
        .add(Tables.table(title, Tables.head(texts, PREFIX, COLUMNS), rows));
  }
}
