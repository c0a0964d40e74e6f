package org.chasqui.codec.upu.services;

import java.util.Map;
import org.chasqui.message.ItemCategory;

/** {@code NatureTypeCd}: the UPU's list 136 as seen in public code, partly inferred. */
final class Natures {
  static final String OTHER = "999";

  private static final Map<String, ItemCategory> CATEGORIES =
      Map.of(
          "11",
          ItemCategory.SALE_OF_GOODS,
          "21",
          ItemCategory.RETURNED_GOODS,
          "31",
          ItemCategory.GIFT,
          "32",
          ItemCategory.COMMERCIAL_SAMPLE,
          "91",
          ItemCategory.DOCUMENTS,
          OTHER,
          ItemCategory.OTHER);

  private Natures() {}

  /** The category of a code, or null. */
  static ItemCategory category(String code) {
    return CATEGORIES.get(code);
  }

  /** The code of a category. */
  static String code(ItemCategory category) {
    for (var entry : CATEGORIES.entrySet()) {
      if (entry.getValue() == category) {
        return entry.getKey();
      }
    }
    return OTHER;
  }
}
