package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** Which documents a message becomes. */
class DocumentRuleTest {
  private static final ItemDeclaration ORIGINAL = declaration(MessageFunction.ORIGINAL);
  private static final ItemDeclaration AMENDMENT = declaration(MessageFunction.AMENDMENT);

  private static ItemDeclaration declaration(MessageFunction function) {
    return ItemDeclaration.builder().itemId("CP123456785CL").function(function).build();
  }

  private static DocumentRule rule(
      String codec, Set<MessageFunction> functions, Set<Integer> categories, boolean beside) {
    return new DocumentRule(
        codec,
        Set.of(MessageKind.ITEM_DECLARATION),
        functions,
        Set.of(),
        categories,
        beside,
        null,
        Map.of(),
        null);
  }

  private static List<String> documents(
      ItemDeclaration declaration, OptionalInt category, DocumentRule... rules) {
    return new Format("bill", null, Map.of(), List.of(rules))
        .documents(declaration, () -> category).stream().map(DocumentRule::codec).toList();
  }

  @Test
  void aMessageThatNoRuleFitsIsTheUsualDocument() {
    var change = rule("change", Set.of(MessageFunction.AMENDMENT), Set.of(), false);
    assertThat(documents(ORIGINAL, OptionalInt.empty(), change)).containsExactly("bill");
    assertThat(documents(ORIGINAL, OptionalInt.empty())).containsExactly("bill");
  }

  @Test
  void theFirstRuleThatFitsStandsForIt() {
    var change = rule("change", Set.of(MessageFunction.AMENDMENT), Set.of(), false);
    var any = rule("any", Set.of(), Set.of(), false);
    assertThat(documents(AMENDMENT, OptionalInt.empty(), change, any)).containsExactly("change");
    assertThat(documents(ORIGINAL, OptionalInt.empty(), change, any)).containsExactly("any");
  }

  @Test
  void aRuleBesideAddsItsDocument() {
    var full = rule("full", Set.of(), Set.of(4), true);
    var change = rule("change", Set.of(MessageFunction.AMENDMENT), Set.of(), false);
    assertThat(documents(ORIGINAL, OptionalInt.of(4), full, change))
        .containsExactly("full", "bill");
    assertThat(documents(AMENDMENT, OptionalInt.of(4), full, change))
        .containsExactly("full", "change");
    assertThat(documents(ORIGINAL, OptionalInt.of(3), full, change)).containsExactly("bill");
    assertThat(documents(ORIGINAL, OptionalInt.empty(), full, change)).containsExactly("bill");
  }

  @Test
  void theCategoryIsAskedForOnlyWhereARuleNeedsIt() {
    var format =
        new Format(
            "bill",
            null,
            Map.of(),
            List.of(rule("change", Set.of(MessageFunction.AMENDMENT), Set.of(4), false)));
    var asked = new int[1];
    format.documents(
        ORIGINAL,
        () -> {
          asked[0]++;
          return OptionalInt.of(4);
        });
    assertThat(asked[0]).isZero();
  }
}
