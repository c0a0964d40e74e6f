package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.console.html.Element;
import org.chasqui.profile.AppliesTo;
import org.chasqui.profile.Calendar;
import org.chasqui.profile.Channel;
import org.chasqui.profile.Confidence;
import org.chasqui.profile.DatedRule;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Quota;
import org.chasqui.profile.Requirement;
import org.chasqui.profile.Threshold;
import org.chasqui.profile.Validity;

/** The dated rules of an administration as tables, and the hours in which it is closed. */
final class RuleTables {
  private static final List<String> THRESHOLDS =
      List.of("threshold", "limit", "basis", "applies", "valid", "source", "confidence");
  private static final List<String> QUOTAS =
      List.of("quota", "limit", "applies", "valid", "source", "confidence");
  private static final List<String> CATEGORIES =
      List.of("category", "limit", "valid", "source", "confidence");
  private static final List<String> REQUIREMENTS =
      List.of("requirement", "field", "severity", "applies", "valid", "source", "confidence");
  private static final List<String> IDENTIFIERS =
      List.of("identifier", "check", "pattern", "valid", "source", "confidence");

  private final Profile profile;
  private final Texts texts;

  RuleTables(Profile profile, Texts texts) {
    this.profile = profile;
    this.texts = texts;
  }

  Element thresholds() {
    return table(
        "profile.thresholds",
        THRESHOLDS,
        profile.thresholds(),
        rule ->
            row(THRESHOLDS, rule.name())
                .text(limit(rule))
                .text(rule.basis())
                .text(applies(rule.appliesTo())));
  }

  Element quotas() {
    return table(
        "profile.quotas",
        QUOTAS,
        profile.quotas(),
        rule -> row(QUOTAS, rule.name()).text(limit(rule)).text(applies(rule.appliesTo())));
  }

  Element categories() {
    return table(
        "profile.categories",
        CATEGORIES,
        profile.releaseCategories(),
        rule ->
            row(CATEGORIES, rule.ruleName())
                .text(
                    rule.upTo() == null
                        ? "–"
                        : amount(rule.upTo(), rule.below(), rule.currency())));
  }

  Element requirements() {
    return table(
        "profile.requirements",
        REQUIREMENTS,
        profile.requirements(),
        rule ->
            row(REQUIREMENTS, rule.name())
                .cell(el("code", rule.field().pointer()))
                .cell(Badges.severity(rule.severity().name(), texts))
                .text(applies(rule)));
  }

  Element identifiers() {
    return table(
        "profile.identifiers",
        IDENTIFIERS,
        profile.identifiers(),
        rule ->
            new Tables.Row(texts, "profile.", IDENTIFIERS)
                .head(el("span", rule.scheme() + " ").add(el("small", rule.name())))
                .text(rule.check())
                .cell(el("code", rule.pattern())));
  }

  /** The columns of validity, source and confidence are the same for all. */
  private <R extends DatedRule> Element table(
      String title, List<String> columns, List<R> rules, Function<R, Tables.Row> row) {
    var rows =
        rules.stream()
            .map(
                rule ->
                    row.apply(rule)
                        .text(validity(rule.validity()))
                        .text(rule.source())
                        .cell(mark(rule.confidence()))
                        .row())
            .toList();
    return rows.isEmpty()
        ? null
        : el("section")
            .add(el("h2", texts.get(title)))
            .add(Tables.table(texts.get(title), Tables.head(texts, "profile.", columns), rows));
  }

  private Tables.Row row(List<String> columns, String name) {
    return new Tables.Row(texts, "profile.", columns).head(el("span", name));
  }

  private Element mark(Confidence confidence) {
    return Badges.of(confidence, false, texts);
  }

  private static String limit(Threshold rule) {
    var mass = rule.massKilograms();
    var value = rule.amount() == null ? "" : amount(rule.amount(), rule.below(), rule.currency());
    return mass == null ? value : (value + " " + mass.toPlainString() + " kg").strip();
  }

  private String limit(Quota rule) {
    var items = rule.items() == null ? "" : rule.items() + " ×";
    var value = rule.amount() == null ? "" : amount(rule.amount(), false, rule.currency());
    return (items + " " + value).strip() + " / " + rule.months() + " " + texts.get("rules.months");
  }

  private static String amount(BigDecimal amount, boolean below, String currency) {
    return (below ? "< " : "") + amount.toPlainString() + (currency == null ? "" : " " + currency);
  }

  private String applies(Requirement rule) {
    var above =
        rule.above() == null ? "" : "> " + rule.above().toPlainString() + " " + rule.currency();
    var rest = applies(rule.appliesTo());
    return (above + " " + (rest == null ? "" : rest)).strip();
  }

  private String applies(AppliesTo appliesTo) {
    var parts =
        new StringBuilder(
            appliesTo.channel() == Channel.COURIER ? texts.get("rules.courier") + " " : "");
    add(parts, appliesTo.origins().stream().sorted().toList());
    add(parts, appliesTo.categories().stream().map(Enum::name).sorted().toList());
    add(parts, appliesTo.hsCodes().stream().map(code -> "HS " + code).toList());
    if (appliesTo.onlyIf() != null) {
      parts.append(appliesTo.onlyIf());
    }
    return parts.isEmpty() ? null : parts.toString().strip();
  }

  private static void add(StringBuilder parts, List<String> values) {
    if (!values.isEmpty()) {
      parts.append(String.join(", ", values)).append(' ');
    }
  }

  private static String validity(Validity validity) {
    return validity.equals(Validity.ALWAYS) ? "–" : validity(validity.from(), validity.to());
  }

  /** First and last day, each of which may be null. */
  static String validity(Object from, Object to) {
    return (from == null ? "…" : from) + " – " + (to == null ? "…" : to);
  }

  /** The closed hours; null when there are none. */
  Element closed() {
    if (profile.calendar().closed().isEmpty()) {
      return null;
    }
    var list = classed("ul", "plain");
    for (var window : profile.calendar().closed()) {
      list.add(el("li", hours(window) + " ").add(el("small", window.source())));
    }
    return list;
  }

  private String hours(Calendar.Window window) {
    return switch (window) {
      case Calendar.Weekly weekly ->
          (days(weekly) + " " + hours(weekly.from(), weekly.to())).strip();
      case Calendar.Yearly yearly ->
          yearly.day().toString().substring(2) + " " + hours(yearly.from(), yearly.to());
      case Calendar.Once once -> once.start() + " – " + once.end();
    };
  }

  private String days(Calendar.Weekly weekly) {
    return weekly.days().size() == DayOfWeek.values().length
        ? ""
        : weekly.days().stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.SHORT, texts.language()))
            .collect(Collectors.joining(", "));
  }

  private String hours(LocalTime from, LocalTime to) {
    return from == null ? texts.get("rules.all-day") : from + "–" + to;
  }
}
