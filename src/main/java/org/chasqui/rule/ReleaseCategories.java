package org.chasqui.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.profile.Confidence;
import org.chasqui.profile.Grounds;
import org.chasqui.profile.ReleaseCategory;
import org.chasqui.profile.RuleDay;
import org.chasqui.profile.Validity;

/**
 * Derives the category of the WCO Immediate Release Guidelines that an item falls in: 1 for
 * correspondence and documents, else by declared value as the administration cuts them.
 */
final class ReleaseCategories {
  private static final ReleaseCategory DOCUMENTS =
      new ReleaseCategory(
          1,
          null,
          false,
          null,
          new Grounds(
              Validity.ALWAYS,
              RuleDay.RECEIPT,
              "WCO Immediate Release Guidelines: correspondence and documents (tfig.unece.org)",
              Confidence.DOCUMENTED));

  private final List<ReleaseCategory> byValue;
  private final ReleaseCategory documents;
  private final Conversion conversion;

  ReleaseCategories(List<ReleaseCategory> cut, Conversion conversion) {
    this.conversion = conversion;
    documents = cut.stream().filter(each -> each.category() == 1).findFirst().orElse(DOCUMENTS);
    byValue =
        cut.stream()
            .filter(each -> each.category() != 1)
            .sorted(
                Comparator.comparing(
                    ReleaseCategory::upTo, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
  }

  /** What was found; {@code reason} says why it could not be told, of the first category asked. */
  record Found(ReleaseCategory category, String compared, Reason reason, String rate) {}

  List<ReleaseCategory> all() {
    return Stream.concat(Stream.of(documents), byValue.stream()).toList();
  }

  /** Empty when the administration cuts none, or none for such a value. */
  Optional<Found> find(ItemDeclaration declaration, DeclaredValue value, RuleDays days) {
    if (declaration.itemCategory() == ItemCategory.DOCUMENTS) {
      return Optional.of(new Found(documents, null, null, null));
    }
    String compared = null;
    String rate = null;
    for (var category : byValue) {
      var day = days.of(category.grounds().day());
      if (!category.validity().covers(day)) {
        continue;
      }
      if (category.upTo() == null) {
        return Optional.of(unlimited(category, value, compared, rate));
      }
      var beside =
          conversion.beside(value, category.upTo(), category.below(), category.currency(), day);
      if (beside.reason() != null || !beside.above()) {
        return Optional.of(new Found(category, beside.compared(), beside.reason(), beside.rate()));
      }
      compared = beside.compared();
      rate = beside.rate();
    }
    return Optional.empty();
  }

  /** The last category takes any value, but not none. */
  private static Found unlimited(
      ReleaseCategory category, DeclaredValue value, String compared, String rate) {
    return value.amount() == null
        ? new Found(category, null, Reason.NO_VALUE, null)
        : new Found(category, compared, null, rate);
  }
}
