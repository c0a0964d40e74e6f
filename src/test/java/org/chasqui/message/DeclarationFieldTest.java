package org.chasqui.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationFieldTest {
  private static List<String> missing(String pointer, ItemDeclaration declaration) {
    return DeclarationField.of(pointer).missing(declaration);
  }

  private static ContentPiece piece(String hsCode) {
    return ContentPiece.builder().hsCode(hsCode).build();
  }

  @Test
  void isMissingWhereItOrWhatHoldsItIsAbsent() {
    var none = ItemDeclaration.builder().build();

    assertThat(missing("/postage", none)).containsExactly("/postage");
    assertThat(missing("/recipient/address/city", none)).containsExactly("/recipient/address/city");
    assertThat(missing("/contents", none)).containsExactly("/contents");
  }

  @Test
  void isLookedForInEachElementOfAList() {
    var item =
        ItemDeclaration.builder()
            .contents(List.of(piece("610910"), piece(null), piece(" ")))
            .build();

    assertThat(missing("/contents/*/hsCode", item))
        .containsExactly("/contents/1/hsCode", "/contents/2/hsCode");
    assertThat(missing("/contents/*/value/amount", item))
        .containsExactly(
            "/contents/0/value/amount", "/contents/1/value/amount", "/contents/2/value/amount");
    assertThat(missing("/contents", item)).isEmpty();
  }

  @Test
  void nothingIsMissingInAListWithoutElements() {
    assertThat(missing("/contents/*/hsCode", ItemDeclaration.builder().build())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "postage",
        "/postages",
        "/contents/hsCode",
        "/contents/*/hsCodes",
        "/postage/*",
        "/itemId/length",
        "/other",
        "/recipient//name"
      })
  void refusesWhatIsNoFieldOfADeclaration(String pointer) {
    assertThatIllegalArgumentException().isThrownBy(() -> DeclarationField.of(pointer));
  }
}
