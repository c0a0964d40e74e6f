package org.chasqui.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.profile.Profiles;

/**
 * The dated rules of all administrations. Assesses a declaration by those that hold on its day for
 * the administration of destination. Immutable.
 */
public final class RuleBook {
  private final Map<String, Chapter> byCountry = new HashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private RuleBook() {}

  /** The rules and rates of the profiles. */
  public static RuleBook of(Profiles profiles) {
    var book = new RuleBook();
    var rates = new HashMap<org.chasqui.profile.DatedRate, String>();
    for (var rate : profiles.rates().all()) {
      rates.put(rate, book.keep(RuleTexts.of(rate)));
    }
    var conversion = new Conversion(profiles.rates(), rates);
    for (var administration : profiles.administrations()) {
      var id = administration.id();
      book.byCountry.put(
          administration.identity().countryCode(),
          new Chapter(
              administration,
              conversion,
              profiles.identifierChecks(),
              rule -> book.keep(RuleTexts.of(id, rule))));
    }
    return book;
  }

  private String keep(String text) {
    var reference = RuleTexts.reference(text);
    texts.put(reference, text);
    return reference;
  }

  /**
   * Assesses a declaration; empty when nobody answers for its destination, and for a cancellation.
   *
   * @param receivedAt when the gateway received it
   */
  public Optional<Assessment> assess(ItemDeclaration declaration, Instant receivedAt) {
    return declaration.function() == MessageFunction.CANCELLATION
        ? Optional.empty()
        : Optional.ofNullable(byCountry.get(declaration.destinationCountryCode()))
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
    return Optional.ofNullable(byCountry.get(declaration.destinationCountryCode()))
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
    var chapter = byCountry.get(country);
    return chapter == null ? OptionalInt.empty() : chapter.category(declaration, receivedAt);
  }

  /** The text of every rule and rate by the reference that assessments hold. */
  public Map<String, String> texts() {
    return Map.copyOf(texts);
  }
}
