package org.chasqui.rule;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.profile.ReleaseCategory;

/** Derives the category of the WCO Immediate Release Guidelines that an item falls in. */
public final class ReleaseCategories {
  private static final int DOCUMENTS = 1;

  private ReleaseCategories() {}

  /**
   * The category, 1 to 4: 1 for correspondence and documents, else by declared value as the
   * destination cuts them.
   *
   * @param cut the categories of the destination's profile
   * @return empty when the value is missing, in another currency, or above all that is cut
   */
  public static OptionalInt category(ItemDeclaration declaration, List<ReleaseCategory> cut) {
    if (declaration.itemCategory() == ItemCategory.DOCUMENTS) {
      return OptionalInt.of(DOCUMENTS);
    }
    var declared = declaration.declaredValue();
    var amount = declared == null ? null : ContentRules.decimal(declared.amount());
    if (amount == null || cut.isEmpty()) {
      return OptionalInt.empty();
    }
    var comparable =
        cut.stream()
            .filter(category -> category.upTo() != null)
            .allMatch(category -> category.currency().equals(declared.currencyCode()));
    return comparable
        ? cut.stream()
            .sorted(
                Comparator.comparing(
                    ReleaseCategory::upTo, Comparator.nullsLast(Comparator.naturalOrder())))
            .filter(category -> category.upTo() == null || amount.compareTo(category.upTo()) <= 0)
            .mapToInt(ReleaseCategory::category)
            .findFirst()
        : OptionalInt.empty();
  }
}
