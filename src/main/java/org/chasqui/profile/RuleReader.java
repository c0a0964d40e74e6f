package org.chasqui.profile;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chasqui.message.DeclarationField;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.Severity;

/**
 * Reads the dated rules of a profile. Two of one name must not hold on the same day, else nobody
 * could say which one assessed an item.
 */
final class RuleReader {
  private static final List<String> BASES = List.of("FOB", "CIF", "UNKNOWN");
  private static final Pattern HS = Pattern.compile("[0-9]{2,6}");
  private static final String FIELD_RULE =
      "must be the JSON pointer of a field of a declaration, such as /contents/*/hsCode";

  private final Section top;
  private final Set<String> algorithms;
  private List<Quota> quotas;

  /** {@code algorithms} are the names of the check-digit algorithms that exist. */
  RuleReader(Section top, Set<String> algorithms) {
    this.top = top;
    this.algorithms = algorithms;
  }

  List<Threshold> thresholds() {
    return rules("thresholds", "name", this::threshold);
  }

  /** Read once, since other sections name them. */
  List<Quota> quotas() {
    if (quotas == null) {
      quotas = rules("quotas", "name", this::quota);
    }
    return quotas;
  }

  List<ReleaseCategory> releaseCategories() {
    return rules("releaseCategories", "category", this::releaseCategory);
  }

  List<Requirement> requirements() {
    return rules("requires", "name", this::requirement);
  }

  List<IdentifierRule> identifiers() {
    return rules("identifiers", "scheme", this::identifier);
  }

  private <R extends DatedRule> List<R> rules(
      String key, String nameKey, Function<Section, R> reader) {
    var sections = top.sections(key);
    var rules = sections.stream().map(reader).toList();
    for (int i = 1; i < rules.size(); i++) {
      for (int earlier = 0; earlier < i; earlier++) {
        if (rules.get(i).ruleName() != null
            && rules.get(i).ruleName().equals(rules.get(earlier).ruleName())) {
          check(
              sections.get(i),
              nameKey,
              rules.get(i),
              sections.get(earlier).path(),
              rules.get(earlier));
        }
      }
    }
    return rules;
  }

  private static void check(
      Section section, String nameKey, DatedRule rule, String earlierPath, DatedRule earlier) {
    if (rule.validity().overlaps(earlier.validity())) {
      section.fault(
          nameKey,
          "must not hold on a day of " + earlierPath + " of the same name (" + days(earlier) + ")",
          rule.ruleName() + " (" + days(rule) + ")");
    }
    if (rule.grounds().day() != earlier.grounds().day()) {
      section.fault("dated", "must be as in " + earlierPath + " of the same name", null);
    }
  }

  private static String days(DatedRule rule) {
    var text = rule.validity().text();
    return text.isEmpty() ? "always" : text;
  }

  private Threshold threshold(Section threshold) {
    var amount = threshold.optional("amount", Values.AMOUNT_RULE, Values::amount);
    var mass = threshold.optional("massKilograms", Values.AMOUNT_RULE, Values::amount);
    if (!threshold.has("amount") && !threshold.has("massKilograms")) {
      threshold.fault("", "must give amount or massKilograms", null);
    }
    return new Threshold(
        threshold.text("name"),
        amount,
        below(threshold),
        currency(threshold, "amount"),
        threshold.value(
            "basis", "UNKNOWN", Values.oneOf(BASES), text -> Values.member(BASES, text)),
        mass,
        appliesTo(threshold),
        grounds(threshold, "legalSource"));
  }

  private Quota quota(Section quota) {
    var items = quota.optional("items", "must be 1 to 9999 items", Values.between(1, 9_999));
    var amount = quota.optional("amount", Values.AMOUNT_RULE, Values::amount);
    if (!quota.has("items") && !quota.has("amount")) {
      quota.fault("", "must give items or amount", null);
    }
    var months = quota.value("months", null, "must be 1 to 120 months", Values.between(1, 120));
    return new Quota(
        quota.text("name"),
        items,
        amount,
        currency(quota, "amount"),
        months == null ? 0 : months,
        appliesTo(quota),
        grounds(quota, "legalSource"));
  }

  private ReleaseCategory releaseCategory(Section category) {
    var number = category.value("category", null, "must be 1 to 4", Values.between(1, 4));
    return new ReleaseCategory(
        number == null ? 0 : number,
        category.optional("upTo", Values.AMOUNT_RULE, Values::amount),
        below(category),
        currency(category, "upTo"),
        grounds(category, "source"));
  }

  private Requirement requirement(Section requirement) {
    return new Requirement(
        requirement.text("name"),
        requirement.value("field", null, FIELD_RULE, DeclarationField::of),
        requirement.value(
            "severity", "warning", Values.tokenRule(Severity.class), Values.token(Severity.class)),
        requirement.optional("above", Values.AMOUNT_RULE, Values::amount),
        currency(requirement, "above"),
        appliesTo(requirement),
        grounds(requirement, "legalSource"));
  }

  private IdentifierRule identifier(Section identifier) {
    var pattern =
        identifier.value("pattern", null, "must be a regular expression", Pattern::compile);
    var check =
        identifier.value(
            "check",
            "none",
            "must be none or an algorithm of codelists/check-digits.yaml: "
                + Values.sorted(algorithms),
            this::algorithm);
    return new IdentifierRule(
        identifier.text("scheme"),
        identifier.text("name"),
        check,
        pattern == null ? null : pattern.pattern(),
        identifier.text("example", null),
        identifier.value(
            "severity", "warning", Values.tokenRule(Severity.class), Values.token(Severity.class)),
        grounds(identifier, "source"));
  }

  private String algorithm(String name) {
    if (!"none".equals(name) && !algorithms.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private static AppliesTo appliesTo(Section rule) {
    var categories =
        rule.values(
            "categories", Values.tokenRule(ItemCategory.class), Values.token(ItemCategory.class));
    return new AppliesTo(
        rule.value("channel", "post", Values.tokenRule(Channel.class), Values.token(Channel.class)),
        Set.copyOf(rule.values("origins", Values.COUNTRY_RULE, Values::country)),
        categories.isEmpty() ? Set.of() : EnumSet.copyOf(categories),
        List.copyOf(rule.values("hsCodes", "must be the first 2 to 6 digits", Values.matching(HS))),
        rule.text("onlyIf", null));
  }

  private static Grounds grounds(Section rule, String sourceKey) {
    return new Grounds(
        validity(rule),
        rule.value(
            "dated", "receipt", Values.tokenRule(RuleDay.class), Values.token(RuleDay.class)),
        rule.text(sourceKey),
        rule.value(
            "confidence",
            null,
            Values.tokenRule(Confidence.class),
            Values.token(Confidence.class)));
  }

  static Validity validity(Section section) {
    var from = section.optional("validFrom", Values.DAY_RULE, LocalDate::parse);
    var to = section.optional("validTo", Values.DAY_RULE, LocalDate::parse);
    if (from != null && to != null && to.isBefore(from)) {
      section.fault("validTo", "must not be before validFrom", to.toString());
    }
    return new Validity(from, to);
  }

  private static boolean below(Section section) {
    return Boolean.TRUE.equals(section.value("below", "false", Values.FLAG_RULE, Values::flag));
  }

  private static String currency(Section section, String amountKey) {
    if (section.has(amountKey)) {
      return section.value("currency", null, Values.CURRENCY_RULE, Values::currency);
    }
    return section.optional("currency", Values.CURRENCY_RULE, Values::currency);
  }
}
