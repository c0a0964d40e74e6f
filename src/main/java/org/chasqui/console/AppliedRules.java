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

  /** A rule as it was applied; {@code rate} is null when none was used. */
  record Applied(AppliedRule applied, JsonNode rule, JsonNode rate) {

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
      Object rate) {}

  /** An assessment in the form of the API. */
  record AssessmentView(
      String message,
      String administration,
      String received,
      String posted,
      List<AppliedView> rules) {}

  /** Of the declarations in the visible part of a story. */
  static AppliedRules of(Ledger ledger, Timeline story) {
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
    var texts = ledger.rules().texts(references(kept.values()));
    return new AppliedRules(
        kept.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> ofMessage(entry.getKey(), entry.getValue(), texts))
            .toList());
  }

  /** The rules and rates that were applied. */
  private static Set<String> references(Collection<Assessment> assessments) {
    var references = new HashSet<String>();
    for (var assessment : assessments) {
      for (var rule : assessment.applied()) {
        references.add(rule.rule());
        if (rule.rate() != null) {
          references.add(rule.rate());
        }
      }
    }
    return references;
  }

  private static OfMessage ofMessage(long id, Assessment assessment, Map<String, String> texts) {
    var rules = new ArrayList<Applied>();
    for (var applied : assessment.applied()) {
      rules.add(new Applied(applied, json(texts, applied.rule()), json(texts, applied.rate())));
    }
    return new OfMessage(id, assessment, rules);
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
        rule.rate());
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
