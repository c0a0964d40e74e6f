package org.chasqui.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.profile.DatedRate;
import org.chasqui.profile.Profiles;

/**
 * The dated rules of all administrations. Assesses a declaration by those that hold on its day for
 * the administration of destination. Follows the profiles when they are replaced. Thread-safe.
 */
public final class RuleBook {
  private final Profiles profiles;
  private volatile Edition edition;

  private RuleBook(Profiles profiles) {
    this.profiles = profiles;
    this.edition = Edition.of(profiles);
  }

  /** The rules and rates of the profiles. */
  public static RuleBook of(Profiles profiles) {
    return new RuleBook(profiles);
  }

  /** The rules of one reading of the profiles. Immutable once made. */
  private record Edition(Object of, Map<String, Chapter> byCountry, Map<String, String> texts) {

    static Edition of(Profiles profiles) {
      var made = new Edition(profiles.edition(), new HashMap<>(), new LinkedHashMap<>());
      var rates = new HashMap<DatedRate, String>();
      for (var rate : profiles.rates().all()) {
        rates.put(rate, made.keep(RuleTexts.of(rate)));
      }
      var conversion = new Conversion(profiles.rates(), rates);
      for (var administration : profiles.administrations()) {
        var id = administration.id();
        made.byCountry.put(
            administration.identity().countryCode(),
            new Chapter(
                administration,
                conversion,
                profiles.identifierChecks(),
                rule -> made.keep(RuleTexts.of(id, rule))));
      }
      return made;
    }

    private String keep(String text) {
      var reference = RuleTexts.reference(text);
      texts.put(reference, text);
      return reference;
    }
  }

  private Edition edition() {
    var known = edition;
    if (known.of() != profiles.edition()) {
      known = Edition.of(profiles);
      edition = known;
    }
    return known;
  }

  /**
   * Assesses a declaration; empty when nobody answers for its destination, and for a cancellation.
   *
   * @param receivedAt when the gateway received it
   */
  public Optional<Assessment> assess(ItemDeclaration declaration, Instant receivedAt) {
    return declaration.function() == MessageFunction.CANCELLATION
        ? Optional.empty()
        : Optional.ofNullable(edition().byCountry().get(declaration.destinationCountryCode()))
            .map(chapter -> chapter.assess(declaration, receivedAt));
  }

  /**
   * What can be asked for a quota that assessed a declaration; empty when it did not.
   *
   * @param quota its name
   * @param kept the assessment as it is kept
   */
  public Optional<QuotaQuestion> question(
      String quota, ItemDeclaration declaration, Assessment kept) {
    return Optional.ofNullable(edition().byCountry().get(declaration.destinationCountryCode()))
        .flatMap(chapter -> chapter.question(quota, declaration, kept));
  }

  /**
   * The release category of a declaration, 1 to 4, on its day.
   *
   * @param country of the administration whose categories are asked for
   * @param receivedAt when the gateway received it
   * @return empty when the administration cuts none or the value cannot be compared
   */
  public OptionalInt category(String country, ItemDeclaration declaration, Instant receivedAt) {
    var chapter = edition().byCountry().get(country);
    return chapter == null ? OptionalInt.empty() : chapter.category(declaration, receivedAt);
  }

  /** The text of every rule and rate by the reference that assessments hold. */
  public Map<String, String> texts() {
    return Map.copyOf(edition().texts());
  }
}
