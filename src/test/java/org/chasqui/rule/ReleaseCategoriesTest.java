package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.profile.Confidence;
import org.chasqui.profile.ReleaseCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCategoriesTest {
  private static final List<ReleaseCategory> CUT =
      List.of(category(4, null), category(3, "2000"), category(2, "200"));

  @ParameterizedTest
  @CsvSource({"0,2", "200,2", "200.01,3", "2000.00,3", "2000.01,4"})
  void cutsByDeclaredValue(String amount, int category) {
    assertThat(ReleaseCategories.category(item(amount, "USD"), CUT)).hasValue(category);
  }

  @Test
  void documentsAreCategoryOneWhateverTheirValue() {
    var documents = ItemDeclaration.builder().itemCategory(ItemCategory.DOCUMENTS).build();

    assertThat(ReleaseCategories.category(documents, List.of())).hasValue(1);
  }

  @Test
  void isUnknownWithoutAComparableValue() {
    assertThat(ReleaseCategories.category(item("10", "PEN"), CUT)).isEmpty();
    assertThat(ReleaseCategories.category(item("much", "USD"), CUT)).isEmpty();
    assertThat(ReleaseCategories.category(item("10", null), CUT)).isEmpty();
    assertThat(ReleaseCategories.category(item("10", "USD"), List.of())).isEmpty();
    assertThat(ReleaseCategories.category(ItemDeclaration.builder().build(), CUT)).isEmpty();
  }

  private static ItemDeclaration item(String amount, String currency) {
    return ItemDeclaration.builder().declaredValue(new Money(amount, currency)).build();
  }

  private static ReleaseCategory category(int category, String upTo) {
    var limit = upTo == null ? null : new BigDecimal(upTo);
    return new ReleaseCategory(category, limit, "USD", "test", Confidence.INFERRED);
  }
}
