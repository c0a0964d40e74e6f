package org.chasqui.profile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The administrations as one table, for the documentation and the console alike: what is said in
 * each cell, and how sure that is.
 */
public final class AdministrationTable {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "administration",
          "system",
          "format",
          "transport",
          "authentication",
          "response",
          "languages",
          "thresholds",
          "identifiers",
          "source",
          "confidence",
          "changed");

  private AdministrationTable() {}

  /**
   * A part of a cell.
   *
   * @param confidence null for what is no fact about an administration: a source, a date, a name
   */
  public record Said(String text, Confidence confidence) {}

  /** The cells of one administration, in the order of the columns; each says something. */
  public static List<List<Said>> cells(Profile profile) {
    var marks = profile.shownMarks();
    var asConfigured = profile.system().formatConfidence();
    return List.of(
        List.of(plain(profile.identity().countryCode() + " " + profile.identity().name())),
        List.of(new Said(profile.system().name(), marks.system().confidence())),
        List.of(new Said(profile.format().codec(), asConfigured)),
        List.of(new Said(profile.transport().kind(), marks.transport().confidence())),
        List.of(new Said(profile.authentication().modules(), marks.authentication().confidence())),
        List.of(new Said(profile.response().strategy(), marks.response().confidence())),
        List.of(
            new Said(
                String.join(", ", profile.identity().languages()), marks.languages().confidence())),
        or(profile.thresholds().stream().map(AdministrationTable::said)),
        or(
            profile.identifiers().stream()
                .map(rule -> new Said(rule.scheme() + validity(rule), rule.confidence()))),
        List.of(plain(marks.system().source() == null ? "none" : marks.system().source())),
        List.of(
            plain(
                profile.system().confirmed()
                    ? "confirmed"
                    : asConfigured.name().toLowerCase(Locale.ROOT))),
        List.of(plain(String.valueOf(profile.changed()))));
  }

  private static Said said(Threshold rule) {
    var text = new StringBuilder(rule.name()).append(' ').append(limit(rule));
    if (rule.appliesTo().channel() == Channel.COURIER) {
      text.append(" (courier)");
    }
    return new Said(text + validity(rule), rule.confidence());
  }

  /** What a threshold allows: {@code USD 50, 20 kg}. */
  public static String limit(Threshold rule) {
    var amount =
        rule.amount() == null
            ? ""
            : (rule.below() ? "below " : "")
                + rule.currency()
                + " "
                + rule.amount().toPlainString();
    var mass = rule.massKilograms() == null ? "" : rule.massKilograms().toPlainString() + " kg";
    return String.join(", ", Stream.of(amount, mass).filter(part -> !part.isEmpty()).toList());
  }

  private static String validity(DatedRule rule) {
    var text = rule.validity().text();
    return text.isEmpty() ? "" : " [" + text + "]";
  }

  private static Said plain(String text) {
    return new Said(text, null);
  }

  private static List<Said> or(Stream<Said> said) {
    var all = said.toList();
    return all.isEmpty() ? List.of(new Said("none known", Confidence.UNKNOWN)) : all;
  }
}
