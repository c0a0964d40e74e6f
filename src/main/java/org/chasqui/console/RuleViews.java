package org.chasqui.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chasqui.profile.AppliesTo;
import org.chasqui.profile.Calendar;
import org.chasqui.profile.DatedRule;
import org.chasqui.profile.Profile;

/** Dated rules and closed hours of an administration in the form of the API. */
record RuleViews(
    List<WindowView> closed,
    String closedUntil,
    List<ThresholdView> thresholds,
    List<QuotaView> quotas,
    List<CategoryView> releaseCategories,
    List<RequirementView> requires,
    List<IdentifierView> identifiers) {

  static RuleViews of(Profile profile, Instant now) {
    return new RuleViews(
        windows(profile),
        profile.calendar().closedUntil(now).map(Views::time).orElse(null),
        thresholds(profile),
        quotas(profile),
        categories(profile),
        requirements(profile),
        identifiers(profile));
  }

  /** Since when, by which source, how sure. */
  record GroundsView(
      String validFrom, String validTo, String dated, String source, String confidence) {}

  /** Which items a rule is for; absent parts mean all. */
  record AppliesView(
      String channel,
      List<String> origins,
      List<String> categories,
      List<String> hsCodes,
      String onlyIf) {}

  record WindowView(
      List<String> days,
      String on,
      String from,
      String to,
      String start,
      String end,
      String validFrom,
      String validTo,
      String source) {}

  record ThresholdView(
      String name,
      String amount,
      Boolean below,
      String currency,
      String basis,
      String massKilograms,
      String legalSource,
      AppliesView appliesTo,
      @JsonUnwrapped GroundsView grounds) {}

  record QuotaView(
      String name,
      Integer items,
      String amount,
      String currency,
      int months,
      AppliesView appliesTo,
      @JsonUnwrapped GroundsView grounds) {}

  record CategoryView(
      int category,
      String upTo,
      Boolean below,
      String currency,
      @JsonUnwrapped GroundsView grounds) {}

  record RequirementView(
      String name,
      String field,
      String severity,
      String above,
      String currency,
      AppliesView appliesTo,
      @JsonUnwrapped GroundsView grounds) {}

  record IdentifierView(
      String scheme,
      String name,
      String check,
      String pattern,
      @JsonUnwrapped GroundsView grounds) {}

  private static List<ThresholdView> thresholds(Profile profile) {
    return profile.thresholds().stream()
        .map(
            t ->
                new ThresholdView(
                    t.name(),
                    plain(t.amount()),
                    flag(t.below()),
                    t.currency(),
                    t.basis(),
                    plain(t.massKilograms()),
                    t.source(),
                    applies(t.appliesTo()),
                    grounds(t)))
        .toList();
  }

  private static List<QuotaView> quotas(Profile profile) {
    return profile.quotas().stream()
        .map(
            q ->
                new QuotaView(
                    q.name(),
                    q.items(),
                    plain(q.amount()),
                    q.currency(),
                    q.months(),
                    applies(q.appliesTo()),
                    grounds(q)))
        .toList();
  }

  private static List<CategoryView> categories(Profile profile) {
    return profile.releaseCategories().stream()
        .map(
            c ->
                new CategoryView(
                    c.category(), plain(c.upTo()), flag(c.below()), c.currency(), grounds(c)))
        .toList();
  }

  private static List<RequirementView> requirements(Profile profile) {
    return profile.requirements().stream()
        .map(
            r ->
                new RequirementView(
                    r.name(),
                    r.field().pointer(),
                    r.severity().name(),
                    plain(r.above()),
                    r.currency(),
                    applies(r.appliesTo()),
                    grounds(r)))
        .toList();
  }

  private static List<IdentifierView> identifiers(Profile profile) {
    return profile.identifiers().stream()
        .map(i -> new IdentifierView(i.scheme(), i.name(), i.check(), i.pattern(), grounds(i)))
        .toList();
  }

  private static List<WindowView> windows(Profile profile) {
    return profile.calendar().closed().stream().map(RuleViews::window).toList();
  }

  private static WindowView window(Calendar.Window window) {
    return switch (window) {
      case Calendar.Weekly weekly -> weekly(weekly);
      case Calendar.Yearly yearly -> yearly(yearly);
      case Calendar.Once once -> once(once);
    };
  }

  private static WindowView weekly(Calendar.Weekly weekly) {
    return new WindowView(
        days(weekly),
        null,
        text(weekly.from()),
        text(weekly.to()),
        null,
        null,
        text(weekly.validity().from()),
        text(weekly.validity().to()),
        weekly.source());
  }

  private static WindowView yearly(Calendar.Yearly yearly) {
    return new WindowView(
        null,
        yearly.day().toString().substring(2),
        text(yearly.from()),
        text(yearly.to()),
        null,
        null,
        text(yearly.validity().from()),
        text(yearly.validity().to()),
        yearly.source());
  }

  private static WindowView once(Calendar.Once once) {
    return new WindowView(
        null,
        null,
        null,
        null,
        once.start().toString(),
        once.end().toString(),
        null,
        null,
        once.source());
  }

  private static List<String> days(Calendar.Weekly weekly) {
    return weekly.days().size() == DayOfWeek.values().length
        ? null
        : weekly.days().stream()
            .sorted()
            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();
  }

  private static GroundsView grounds(DatedRule rule) {
    return new GroundsView(
        text(rule.validity().from()),
        text(rule.validity().to()),
        rule.grounds().day().name(),
        rule.source(),
        rule.confidence().name());
  }

  private static AppliesView applies(AppliesTo to) {
    return new AppliesView(
        to.channel().name(),
        some(to.origins().stream().sorted().toList()),
        some(to.categories().stream().map(Enum::name).sorted().toList()),
        some(to.hsCodes()),
        to.onlyIf());
  }

  private static List<String> some(List<String> values) {
    return values.isEmpty() ? null : values;
  }

  private static Boolean flag(boolean value) {
    return value ? Boolean.TRUE : null;
  }

  private static String plain(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
