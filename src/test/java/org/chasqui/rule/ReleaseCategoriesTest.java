package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.profile.Confidence;
import org.chasqui.profile.Grounds;
import org.chasqui.profile.ReleaseCategory;
import org.chasqui.profile.RuleDay;
import org.chasqui.profile.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCategoriesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final List<ReleaseCategory> CUT =
      List.of(
          category(4, null, Validity.ALWAYS),
          category(3, "2000", Validity.ALWAYS),
          category(2, "200", new Validity(DAY, null)));

  @ParameterizedTest
  @CsvSource({"0,2", "200,2", "200.01,3", "2000.00,3", "2000.01,4"})
  void cutsByDeclaredValue(String amount, int category) {
    assertThat(found(item(amount, "USD"), DAY).orElseThrow().category().category())
        .isEqualTo(category);
  }

  @Test
  void aCategoryThatIsNotYetValidDoesNotCut() {
    assertThat(found(item("10", "USD"), DAY.minusDays(1)).orElseThrow().category().category())
        .isEqualTo(3);
  }

  @Test
  void documentsAreCategoryOneWhateverTheirValue() {
    var documents = ItemDeclaration.builder().itemCategory(ItemCategory.DOCUMENTS).build();

    assertThat(found(documents, DAY).orElseThrow().category().category()).isEqualTo(1);
  }

  @Test
  void isNotEvaluatedWithoutAComparableValue() {
    assertThat(found(item("10", "PEN"), DAY).orElseThrow().reason()).isEqualTo(Reason.NO_RATE);
    assertThat(found(item("much", "USD"), DAY).orElseThrow().reason()).isEqualTo(Reason.NO_VALUE);
    assertThat(found(item("10", null), DAY).orElseThrow().reason()).isEqualTo(Reason.NO_VALUE);
    assertThat(found(ItemDeclaration.builder().build(), DAY).orElseThrow().reason())
        .isEqualTo(Reason.NO_VALUE);
  }

  @Test
  void isUnknownWhereNothingIsCut() {
    var none = new ReleaseCategories(List.of(), Rules.conversion());
    var item = item("10", "USD");

    assertThat(none.find(item, DeclaredValue.of(item), new RuleDays(DAY, null))).isEmpty();
  }

  private static Optional<ReleaseCategories.Found> found(ItemDeclaration item, LocalDate day) {
    return new ReleaseCategories(CUT, Rules.conversion())
        .find(item, DeclaredValue.of(item), new RuleDays(day, null));
  }

  private static ItemDeclaration item(String amount, String currency) {
    return ItemDeclaration.builder().declaredValue(new Money(amount, currency)).build();
  }

  private static ReleaseCategory category(int category, String upTo, Validity validity) {
    var limit = upTo == null ? null : new BigDecimal(upTo);
    var grounds = new Grounds(validity, RuleDay.RECEIPT, "test", Confidence.INFERRED);
    return new ReleaseCategory(category, limit, false, "USD", grounds);
  }
}
