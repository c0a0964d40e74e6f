package org.chasqui.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.AppliesTo;
import org.chasqui.profile.Channel;
import org.chasqui.profile.DatedRule;
import org.chasqui.profile.IdentifierChecks;
import org.chasqui.profile.IdentifierChecks.Verdict;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Quota;
import org.chasqui.profile.Requirement;
import org.chasqui.profile.Threshold;

/** The dated rules of one administration. Immutable once made. */
final class Chapter {
  private final Profile profile;
  private final Conversion conversion;
  private final IdentifierChecks checks;
  private final ReleaseCategories categories;
  private final IdentityHashMap<DatedRule, String> references = new IdentityHashMap<>();

  /** {@code keep} keeps the text of a rule and gives its reference. */
  Chapter(
      Profile profile,
      Conversion conversion,
      IdentifierChecks checks,
      Function<DatedRule, String> keep) {
    this.profile = profile;
    this.conversion = conversion;
    this.checks = checks;
    categories = new ReleaseCategories(profile.releaseCategories(), conversion);
    for (var rules :
        List.of(
            profile.thresholds(),
            profile.quotas(),
            categories.all(),
            profile.requirements(),
            profile.identifiers())) {
      rules.forEach(rule -> references.put(rule, keep.apply(rule)));
    }
  }

  Assessment assess(ItemDeclaration declaration, Instant receivedAt) {
    var days = RuleDays.of(declaration, receivedAt, profile.identity().zone());
    return new Assessing(declaration, days).assess();
  }

  OptionalInt category(ItemDeclaration declaration, Instant receivedAt) {
    var days = RuleDays.of(declaration, receivedAt, profile.identity().zone());
    return categories
        .find(declaration, DeclaredValue.of(declaration), days)
        .filter(found -> found.reason() == null)
        .map(found -> OptionalInt.of(found.category().category()))
        .orElseGet(OptionalInt::empty);
  }

  /** The quota of this name that stands in the assessment, and the declared value beside it. */
  Optional<QuotaQuestion> question(String name, ItemDeclaration declaration, Assessment kept) {
    var applied = kept.applied().stream().map(AppliedRule::rule).collect(Collectors.toSet());
    var days = new RuleDays(kept.received(), kept.posted());
    return profile.quotas().stream()
        .filter(quota -> quota.name().equals(name) && applied.contains(references.get(quota)))
        .findFirst()
        .map(quota -> question(quota, declaration, days.of(quota.grounds().day())));
  }

  private QuotaQuestion question(Quota quota, ItemDeclaration declaration, LocalDate day) {
    var reference = references.get(quota);
    if (quota.currency() == null) {
      return new QuotaQuestion(
          reference, quota.items(), null, null, Reason.NO_VALUE, null, day.getYear());
    }
    var value = conversion.in(DeclaredValue.of(declaration), quota.currency(), day);
    return new QuotaQuestion(
        reference,
        quota.items(),
        value.amount(),
        value.compared(),
        value.reason(),
        value.rate(),
        day.getYear());
  }

  /** One declaration while it is assessed. */
  private final class Assessing {
    private final ItemDeclaration declaration;
    private final RuleDays days;
    private final DeclaredValue value;
    private final List<AppliedRule> applied = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>(0);

    Assessing(ItemDeclaration declaration, RuleDays days) {
      this.declaration = declaration;
      this.days = days;
      value = DeclaredValue.of(declaration);
    }

    Assessment assess() {
      for (var threshold : profile.thresholds()) {
        if (holds(threshold) && isFor(threshold.appliesTo())) {
          threshold(threshold);
        }
      }
      for (var quota : profile.quotas()) {
        if (holds(quota) && isFor(quota.appliesTo())) {
          quota(quota);
        }
      }
      categories.find(declaration, value, days).ifPresent(this::category);
      for (var requirement : profile.requirements()) {
        if (holds(requirement) && isFor(requirement.appliesTo())) {
          requirement(requirement);
        }
      }
      identifiers(declaration.recipient());
      identifiers(declaration.importer());
      return new Assessment(
          profile.id(), days.received(), days.posted(), List.copyOf(applied), problems);
    }

    private boolean holds(DatedRule rule) {
      return rule.validity().covers(days.of(rule.grounds().day()));
    }

    private boolean isFor(AppliesTo appliesTo) {
      return appliesTo.channel() == Channel.POST
          && (appliesTo.origins().isEmpty()
              || (declaration.originCountryCode() != null
                  && appliesTo.origins().contains(declaration.originCountryCode())))
          && (appliesTo.categories().isEmpty()
              || (declaration.itemCategory() != null
                  && appliesTo.categories().contains(declaration.itemCategory())))
          && (appliesTo.hsCodes().isEmpty() || hasGoodsOf(appliesTo.hsCodes()));
    }

    private boolean hasGoodsOf(List<String> hsCodes) {
      return declaration.contents().stream()
          .anyMatch(
              piece ->
                  piece.hsCode() != null && hsCodes.stream().anyMatch(piece.hsCode()::startsWith));
    }

    private Conversion.Beside beside(
        DatedRule rule, BigDecimal limit, boolean below, String currency) {
      return conversion.beside(value, limit, below, currency, days.of(rule.grounds().day()));
    }

    private void threshold(Threshold rule) {
      var money =
          rule.amount() == null ? null : beside(rule, rule.amount(), rule.below(), rule.currency());
      var mass = rule.massKilograms() == null ? null : mass(rule.massKilograms());
      var compared = joined(money, mass);
      var rate = money == null ? null : money.rate();
      if (isAbove(money) || isAbove(mass)) {
        add(rule, Outcome.ABOVE, compared, null, rate);
        return;
      }
      var reason = reason(money);
      reason = reason == null ? reason(mass) : reason;
      if (reason == null && rule.appliesTo().onlyIf() != null) {
        reason = Reason.CONDITION;
      } else if (reason == null && "CIF".equals(rule.basis())) {
        reason = Reason.BASIS;
      }
      var outcome = reason == null ? Outcome.WITHIN : Outcome.NOT_EVALUATED;
      add(rule, outcome, compared, reason, rate);
    }

    private Conversion.Beside mass(BigDecimal limit) {
      Mass gross = declaration.grossMass();
      var kilograms =
          gross == null || (gross.unitCode() != null && !gross.unitCode().equals("KGM"))
              ? null
              : ContentRules.decimal(gross.value());
      return kilograms == null
          ? new Conversion.Beside(null, null, Reason.NO_MASS, null)
          : new Conversion.Beside(
              kilograms.compareTo(limit) > 0, kilograms.toPlainString() + " kg", null, null);
    }

    private void quota(Quota rule) {
      var money =
          rule.amount() == null ? null : beside(rule, rule.amount(), false, rule.currency());
      if (isAbove(money)) {
        add(rule, Outcome.ABOVE, money.compared(), null, money.rate());
        return;
      }
      var compared = money == null ? null : money.compared();
      add(rule, Outcome.NOT_EVALUATED, compared, Reason.PERSON_COUNT, null);
    }

    private void category(ReleaseCategories.Found found) {
      var outcome = found.reason() == null ? Outcome.CATEGORY : Outcome.NOT_EVALUATED;
      add(found.category(), outcome, found.compared(), found.reason(), found.rate());
    }

    private void requirement(Requirement rule) {
      String compared = null;
      String rate = null;
      if (rule.above() != null) {
        var money = beside(rule, rule.above(), false, rule.currency());
        if (money.reason() != null) {
          add(rule, Outcome.NOT_EVALUATED, money.compared(), money.reason(), null);
          return;
        }
        if (!isAbove(money)) {
          return;
        }
        compared = money.compared();
        rate = money.rate();
      }
      var missing = rule.field().missing(declaration);
      missing.forEach(pointer -> problems.add(problem(rule, pointer)));
      add(rule, missing.isEmpty() ? Outcome.MET : Outcome.MISSING, compared, null, rate);
    }

    private Problem problem(Requirement rule, String pointer) {
      return new Problem(
          ProblemCode.REQUIRED_THERE,
          rule.severity(),
          new Location.AtPointer(pointer),
          null,
          rule.name() + " of " + profile.identity().countryCode() + ": " + rule.source());
    }

    private void identifiers(Party party) {
      if (party == null) {
        return;
      }
      var home = party.address() == null ? null : party.address().countryCode();
      for (PartyIdentifier id : party.identifiers()) {
        var issuer = id.issuingCountryCode() == null ? home : id.issuingCountryCode();
        if (id.value() != null && profile.identity().countryCode().equals(issuer)) {
          profile.identifiers().stream()
              .filter(rule -> rule.scheme().equals(id.schemeCode()) && holds(rule))
              .forEach(
                  rule -> {
                    boolean valid = checks.check(rule, id.value()) == Verdict.VALID;
                    add(rule, valid ? Outcome.VALID : Outcome.NOT_VALID, null, null, null);
                  });
        }
      }
    }

    private void add(DatedRule rule, Outcome outcome, String compared, Reason reason, String rate) {
      applied.add(new AppliedRule(references.get(rule), outcome, compared, reason, rate));
    }
  }

  private static boolean isAbove(Conversion.Beside beside) {
    return beside != null && Boolean.TRUE.equals(beside.above());
  }

  private static Reason reason(Conversion.Beside beside) {
    return beside == null ? null : beside.reason();
  }

  private static String joined(Conversion.Beside one, Conversion.Beside other) {
    var first = one == null ? null : one.compared();
    var second = other == null ? null : other.compared();
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + ", " + second;
  }
}
