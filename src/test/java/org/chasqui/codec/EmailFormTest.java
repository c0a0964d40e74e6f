package org.chasqui.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmailFormTest {
  private static final Pattern FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  @Test
  void fitsWhatThePatternOfTheSchemaMatches() {
    var random = new Random(3);
    var fits = 0;
    for (int round = 0; round < 300_000; round++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append("ab@@..\t \u00a0é".charAt(random.nextInt(10)));
      }
      boolean expected = FORM.matcher(text).matches();
      assertThat(EmailForm.fits(text.toString())).as(text.toString()).isEqualTo(expected);
      fits += expected ? 1 : 0;
    }
    assertThat(fits).isGreaterThan(1_000);
  }
}
