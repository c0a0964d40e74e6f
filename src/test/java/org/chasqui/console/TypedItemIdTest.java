package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedItemIdTest {
  @ParameterizedTest
  @CsvSource({
    "RR123456785CL,NONE,5,5",
    "RR123456789CL,CHECK_DIGIT,9,5",
    "RR1234,PREFIX,' ',' '",
    "1234,FORM,' ',' '",
    "RR123456785CLX,FORM,' ',' '"
  })
  void saysWhatIsWrongWithATypedItemId(
      String typed, TypedItemId.Kind kind, char found, char expected) {
    assertThat(TypedItemId.fault(typed)).isEqualTo(new TypedItemId.Fault(kind, found, expected));
  }
}
