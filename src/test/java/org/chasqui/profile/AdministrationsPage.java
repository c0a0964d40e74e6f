package org.chasqui.profile;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/administrations.md}, written from the profiles. */
final class AdministrationsPage {
  private static final String HEAD =
      """
      # The administrations

      Written from `config/administrations` by a test: do not edit. A cell without a mark is *documented* (read in a
      document or schema of the authority, or code generated from it); *(inferred)* follows from neighbours or secondary
      sources, *(unknown)* is our own choice, or recalled and not checked. Format, transport, authentication and answers
      are as configured. No authority has confirmed its profile yet, unless the table says so. How the rules are applied:
      `rules.md`.

      """;

  private final Profiles profiles;
  private final StringBuilder page = new StringBuilder(HEAD);

  AdministrationsPage(Profiles profiles) {
    this.profiles = profiles;
  }

  String write() {
    glance();
    thresholds();
    quotas();
    categories();
    requirements();
    identifiers();
    facts();
    return page.toString();
  }

  private void glance() {
    page.append("## At a glance\n\n");
    row(
        "Administration",
        "System",
        "Format",
        "Transport",
        "Authentication",
        "Answers",
        "Languages",
        "Thresholds",
        "Ids",
        "Source",
        "Confidence of the format",
        "Last change");
    rule(AdministrationTable.COLUMNS.size());
    for (var profile : profiles.administrations()) {
      row(
          AdministrationTable.cells(profile).stream()
              .map(AdministrationsPage::cell)
              .toArray(String[]::new));
    }
  }

  private static String cell(List<AdministrationTable.Said> said) {
    return said.stream()
        .map(
            part ->
                part.confidence() == null || part.confidence() == Confidence.DOCUMENTED
                    ? part.text()
                    : part.text() + " *(" + name(part.confidence()) + ")*")
        .collect(Collectors.joining("<br>"));
  }

  private void thresholds() {
    page.append("\n## Thresholds\n\n");
    row("", "Name", "Limit", "Basis", "For", "Valid", "Source", "Confidence");
    rule(8);
    for (var profile : profiles.administrations()) {
      for (var threshold : profile.thresholds()) {
        dated(
            profile,
            threshold,
            threshold.name(),
            AdministrationTable.limit(threshold),
            threshold.basis().equals("UNKNOWN") ? "" : threshold.basis(),
            applies(threshold.appliesTo()));
      }
      if (profile.thresholds().isEmpty()) {
        row(country(profile), "none known", "", "", "", "", "", name(Confidence.UNKNOWN));
      }
    }
  }

  private void quotas() {
    page.append("\n## Quotas of a person\n\nThe gateway counts no persons; see `rules.md`.\n\n");
    row("", "Name", "Limit", "For", "Valid", "Source", "Confidence");
    rule(7);
    for (var profile : profiles.administrations()) {
      for (var quota : profile.quotas()) {
        var items = quota.items() == null ? "" : quota.items() + " items ";
        var amount =
            quota.amount() == null ? "" : quota.currency() + " " + quota.amount().toPlainString();
        dated(
            profile,
            quota,
            quota.name(),
            (items + amount).strip() + " in " + quota.months() + " months",
            applies(quota.appliesTo()));
      }
    }
  }

  private void categories() {
    page.append("\n## Release categories\n\n");
    row("", "Category", "Up to", "Valid", "Source", "Confidence");
    rule(6);
    for (var profile : profiles.administrations()) {
      for (var category : profile.releaseCategories()) {
        var limit =
            category.upTo() == null
                ? "any value"
                : (category.below() ? "below " : "")
                    + category.currency()
                    + " "
                    + category.upTo().toPlainString();
        dated(profile, category, category.ruleName(), limit);
      }
    }
  }

  private void requirements() {
    page.append("\n## Required fields\n\n");
    row("", "Name", "Field", "Severity", "For", "Valid", "Source", "Confidence");
    rule(8);
    for (var profile : profiles.administrations()) {
      for (var requirement : profile.requirements()) {
        dated(
            profile,
            requirement,
            requirement.name(),
            "`" + requirement.field() + "`",
            requirement.severity().name().toLowerCase(Locale.ROOT),
            applies(requirement.appliesTo()));
      }
    }
  }

  private void identifiers() {
    page.append("\n## Tax and personal ids\n\n");
    row("", "Id", "Name", "Check", "Example", "Valid", "Source", "Confidence");
    rule(8);
    for (var profile : profiles.administrations()) {
      for (var rule : profile.identifiers()) {
        dated(
            profile,
            rule,
            rule.scheme(),
            rule.name(),
            rule.check(),
            rule.example() == null ? "" : rule.example());
      }
    }
  }

  /** A row of a rule: its own cells between the country and what all rules have. */
  private void dated(Profile profile, DatedRule rule, String... cells) {
    row(
        Stream.of(
                Stream.of(country(profile)),
                Stream.of(cells),
                Stream.of(rule.validity().text(), rule.source(), name(rule.confidence())))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private static String country(Profile profile) {
    return profile.identity().countryCode();
  }

  private static String applies(AppliesTo to) {
    return Stream.of(
            to.channel() == Channel.COURIER ? "couriers" : "",
            String.join(", ", new TreeSet<>(to.origins())),
            to.categories().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")),
            to.hsCodes().isEmpty() ? "" : "HS " + String.join(", ", to.hsCodes()),
            to.onlyIf() == null ? "" : "only if " + to.onlyIf())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private void facts() {
    page.append("\n## Other facts\n\n");
    row("", "About", "Fact", "Source", "Confidence");
    rule(5);
    for (var profile : profiles.administrations()) {
      for (var fact : profile.facts()) {
        row(
            profile.identity().countryCode(),
            fact.topic(),
            fact.text(),
            fact.source(),
            name(fact.confidence()));
      }
    }
  }

  private void row(String... cells) {
    page.append(
        Stream.of(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void rule(int columns) {
    page.append("|").append("---|".repeat(columns)).append('\n');
  }

  private static String name(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }
}
