package org.chasqui.console;

import static org.chasqui.console.html.Element.el;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.console.html.Element;
import org.chasqui.profile.Confidence;
import org.chasqui.rule.Outcome;

/** The rules that assessed an item: what each said, on which day, by which source. */
final class RulePane {
  private static final String PREFIX = "rules.";
  private static final List<String> COLUMNS =
      List.of("rule", "says", "compared", "outcome", "valid", "source", "confidence");

  private final Texts texts;
  private final AppliedRules rules;

  RulePane(Texts texts, AppliedRules rules) {
    this.texts = texts;
    this.rules = rules;
  }

  /** Null when none is kept. */
  Element render() {
    if (rules.all().isEmpty()) {
      return null;
    }
    var section = el("section").attr("id", "rules").add(el("h2", texts.get("rules.title")));
    rules.all().forEach(of -> section.add(heading(of), table(of)));
    return section;
  }

  private Element heading(AppliedRules.OfMessage of) {
    var assessment = of.assessment();
    var days =
        assessment.posted() == null
            ? texts.get("rules.day", text(assessment.received()))
            : texts.get("rules.days", text(assessment.received()), text(assessment.posted()));
    return el("p", days + " ")
        .add(
            el("a", assessment.administration())
                .attr("href", "/administrations/" + assessment.administration()));
  }

  private static String text(Object day) {
    return day.toString();
  }

  private Element table(AppliedRules.OfMessage of) {
    var rows = of.rules().stream().map(this::row).toList();
    return rows.isEmpty()
        ? el("p", texts.get("rules.none"))
        : Tables.table(texts.get("rules.title"), Tables.head(texts, PREFIX, COLUMNS), rows);
  }

  private Element row(AppliedRules.Applied rule) {
    var kind = rule.text("kind");
    var name = kind == null ? rule.applied().rule() : texts.getOr("rule." + kind, kind);
    return new Tables.Row(texts, PREFIX, COLUMNS)
        .head(el("span", name + " ").add(el("small", rule.text("name"))))
        .text(says(rule))
        .cell(compared(rule))
        .cell(outcome(rule))
        .text(valid(rule))
        .text(rule.text("source"))
        .cell(confidence(rule))
        .row();
  }

  private String says(AppliedRules.Applied rule) {
    var parts = new ArrayList<String>();
    amount(rule, "amount", "≤", parts);
    amount(rule, "upTo", "≤", parts);
    amount(rule, "above", ">", parts);
    add(parts, rule.text("massKilograms"), "≤ ", " kg");
    add(parts, rule.text("items"), "≤ ", " ×");
    add(parts, rule.text("months"), "/ ", " " + texts.get("rules.months"));
    add(parts, rule.text("field"), "", "");
    add(parts, rule.text("pattern"), "", "");
    add(parts, rule.text("onlyIf"), "(", ")");
    return parts.isEmpty() ? null : String.join(" ", parts);
  }

  private static void amount(
      AppliedRules.Applied rule, String key, String sign, List<String> parts) {
    if (rule.text(key) != null) {
      parts.add(
          ("true".equals(rule.text("below")) ? "<" : sign)
              + " "
              + rule.text(key)
              + " "
              + rule.text("currency"));
    }
  }

  private static void add(List<String> parts, String text, String before, String after) {
    if (text != null) {
      parts.add(before + text + after);
    }
  }

  private Element compared(AppliedRules.Applied rule) {
    var compared = rule.applied().compared();
    var cell = el("span", compared == null ? "–" : compared);
    var rate = rule.rate();
    return rate == null
        ? cell
        : cell.text(" ")
            .add(
                el(
                    "small",
                    texts.get(
                        "rules.rate",
                        rate.path("from").asText(),
                        rate.path("to").asText(),
                        rate.path("rate").asText(),
                        rate.path("validFrom").asText(),
                        rate.path("source").asText())));
  }

  private Element outcome(AppliedRules.Applied rule) {
    var outcome = rule.applied().outcome();
    var word =
        outcome == Outcome.CATEGORY
            ? texts.get("outcome.CATEGORY", String.valueOf(rule.text("name")))
            : texts.get("outcome." + outcome);
    var cell = el("span").add(Badges.of(outcome, word));
    if (rule.asked() != null) {
      cell.text(" ").add(el("small", texts.get("rules.asked", rule.asked().name())));
      cell.text(" ").add(el("small").add(Times.both(rule.asked().askedAt(), null)));
    }
    var reason = rule.applied().reason();
    return reason == null ? cell : cell.text(" ").add(el("small", texts.get("reason." + reason)));
  }

  private static String valid(AppliedRules.Applied rule) {
    var from = rule.text("validFrom");
    var to = rule.text("validTo");
    return from == null && to == null ? null : RuleTables.validity(from, to);
  }

  private Element confidence(AppliedRules.Applied rule) {
    var confidence = rule.text("confidence");
    return confidence == null
        ? el("span", "–")
        : Badges.of(Confidence.valueOf(confidence), false, texts);
  }
}
