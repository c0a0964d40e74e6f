package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.ledger.Enriched;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.rule.AppliedRule;
import org.chasqui.rule.Assessment;

/** Which rules of which days assessed the declarations of an item, with their texts as kept. */
final class AppliedRules {
  private final List<OfMessage> all;

  private AppliedRules(List<OfMessage> all) {
    this.all = all;
  }

  /** The assessment of one declaration. */
  record OfMessage(long messageId, Assessment assessment, List<Applied> rules) {}

  /**
   * A rule as it was applied; {@code rate} is null when none was used, {@code asked} when no
   * service of the administration was.
   */
  record Applied(AppliedRule applied, JsonNode rule, JsonNode rate, Enriched asked) {

    String text(String key) {
      return rule == null ? null : rule.path(key).asText(null);
    }
  }

  /** A rule in the form of the API; {@code note} says why it was not evaluated. */
  record AppliedView(
      String kind,
      String name,
      String outcome,
      String compared,
      String reason,
      String note,
      Object rule,
      Object rate,
      String service,
      String askedAt) {}

  /** An assessment in the form of the API. */
  record AssessmentView(
      String message,
      String administration,
      String received,
      String posted,
      List<AppliedView> rules) {}

  /** Of the declarations in the visible part of a story. */
  static AppliedRules of(Ledger ledger, Timeline story) {
    var kept = kept(ledger, story);
    var asked =
        ledger.rules().enrichments().of(story.itemId()).stream()
            .collect(Collectors.groupingBy(Enriched::messageId));
    var texts = ledger.rules().texts(references(kept.values(), asked.values()));
    return new AppliedRules(
        kept.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    ofMessage(
                        entry.getKey(),
                        entry.getValue(),
                        asked.getOrDefault(entry.getKey(), List.of()),
                        texts))
            .toList());
  }

  private static Map<Long, Assessment> kept(Ledger ledger, Timeline story) {
    var visible = story.messages().stream().map(MessageRow::id).collect(Collectors.toSet());
    var kept = new HashMap<Long, Assessment>();
    ledger
        .rules()
        .assessments(story.itemId())
        .forEach(
            (message, text) -> {
              if (visible.contains(message)) {
                kept.put(message, Assessment.parse(text));
              }
            });
    return kept;
  }

  /** The rules and rates that were applied. */
  private static Set<String> references(
      Collection<Assessment> assessments, Collection<List<Enriched>> asked) {
    var references = new HashSet<String>();
    for (var assessment : assessments) {
      assessment.applied().forEach(rule -> refer(rule, references));
    }
    for (var answers : asked) {
      answers.forEach(answer -> refer(AppliedRule.parse(answer.applied()), references));
    }
    return references;
  }

  private static void refer(AppliedRule rule, Set<String> references) {
    references.add(rule.rule());
    if (rule.rate() != null) {
      references.add(rule.rate());
    }
  }

  private static OfMessage ofMessage(
      long id, Assessment assessment, List<Enriched> asked, Map<String, String> texts) {
    var rules = new ArrayList<Applied>();
    assessment.applied().forEach(applied -> rules.add(applied(applied, null, texts)));
    asked.forEach(answer -> rules.add(applied(AppliedRule.parse(answer.applied()), answer, texts)));
    return new OfMessage(id, assessment, rules);
  }

  private static Applied applied(AppliedRule applied, Enriched asked, Map<String, String> texts) {
    return new Applied(applied, json(texts, applied.rule()), json(texts, applied.rate()), asked);
  }

  private static JsonNode json(Map<String, String> texts, String reference) {
    var text = reference == null ? null : texts.get(reference);
    return text == null ? null : Json.read(text.getBytes(StandardCharsets.UTF_8)).orElse(null);
  }

  List<OfMessage> all() {
    return all;
  }

  List<AssessmentView> views(Texts texts) {
    return all.stream()
        .map(
            of ->
                new AssessmentView(
                    Long.toString(of.messageId()),
                    of.assessment().administration(),
                    of.assessment().received().toString(),
                    text(of.assessment().posted()),
                    of.rules().stream().map(rule -> view(rule, texts)).toList()))
        .toList();
  }

  private static AppliedView view(Applied rule, Texts texts) {
    var applied = rule.applied();
    var reason = applied.reason() == null ? null : applied.reason().name();
    return new AppliedView(
        rule.text("kind"),
        rule.text("name"),
        applied.outcome().name(),
        applied.compared(),
        reason,
        reason == null ? null : texts.get("reason." + reason),
        rule.rule(),
        rule.rate(),
        rule.asked() == null ? null : rule.asked().name(),
        rule.asked() == null ? null : rule.asked().askedAt().toString());
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
