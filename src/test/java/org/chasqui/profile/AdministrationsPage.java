package org.chasqui.profile;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/administrations.md}, written from the profiles. */
final class AdministrationsPage {
  private static final String HEAD =
      """
      # The administrations

      Written from `config/administrations` by a test: do not edit. Confidence is that of the format as configured:
      *documented* (read in a document or schema of the authority), *inferred* (from neighbours or secondary sources),
      *unknown* (our own choice until the authority tells). No authority has confirmed its profile yet, unless the table
      says so.

      """;

  private final Profiles profiles;
  private final StringBuilder page = new StringBuilder(HEAD);

  AdministrationsPage(Profiles profiles) {
    this.profiles = profiles;
  }

  String write() {
    connections();
    thresholds();
    identifiers();
    facts();
    return page.toString();
  }

  private void connections() {
    page.append("## How each is reached\n\n");
    row(
        "",
        "Administration",
        "System",
        "Format",
        "Answers",
        "Authentication",
        "Decision comes by",
        "Confidence",
        "Confirmed");
    rule(9);
    for (var profile : profiles.administrations()) {
      row(
          profile.identity().countryCode(),
          profile.identity().name(),
          profile.system().name(),
          "`" + profile.format().codec() + "`",
          "`" + profile.format().answerCodec() + "`",
          profile.authentication().all().stream()
              .map(Authentication::module)
              .collect(Collectors.joining(", ")),
          profile.response().strategy(),
          name(profile.system().formatConfidence()),
          profile.system().confirmed() ? "yes" : "no");
    }
  }

  private void thresholds() {
    page.append("\n## Thresholds\n\n");
    row("", "Name", "Limit", "Basis", "Valid", "Source", "Confidence");
    rule(7);
    for (var profile : profiles.administrations()) {
      var country = profile.identity().countryCode();
      for (var threshold : profile.thresholds()) {
        row(
            country,
            threshold.name(),
            limit(threshold),
            threshold.basis().equals("UNKNOWN") ? "" : threshold.basis(),
            validity(threshold),
            threshold.legalSource(),
            name(threshold.confidence()));
      }
      if (profile.thresholds().isEmpty()) {
        row(country, "none known", "", "", "", "", name(Confidence.UNKNOWN));
      }
    }
  }

  private static String limit(Threshold threshold) {
    var amount =
        threshold.amount() == null
            ? ""
            : threshold.currency() + " " + threshold.amount().toPlainString();
    var mass =
        threshold.massKilograms() == null ? "" : threshold.massKilograms().toPlainString() + " kg";
    return Stream.of(amount, mass)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String validity(Threshold threshold) {
    var from = threshold.validFrom() == null ? "" : "from " + threshold.validFrom();
    var to = threshold.validTo() == null ? "" : "to " + threshold.validTo();
    return (from + " " + to).strip();
  }

  private void identifiers() {
    page.append("\n## Tax and personal ids\n\n");
    row("", "Id", "Name", "Check", "Example", "Source", "Confidence");
    rule(7);
    for (var profile : profiles.administrations()) {
      for (var rule : profile.identifiers()) {
        row(
            profile.identity().countryCode(),
            rule.scheme(),
            rule.name(),
            rule.check(),
            rule.example() == null ? "" : rule.example(),
            rule.source(),
            name(rule.confidence()));
      }
    }
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
