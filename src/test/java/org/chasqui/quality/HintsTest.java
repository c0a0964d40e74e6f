package org.chasqui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt", "fr"})
  void everyMeasureHasItsNameAndHintAndNothingElseHas(String language) {
    var locale = Locale.of(language);
    var keys = new HashSet<String>();
    for (var measure : Measure.values()) {
      assertThat(Hints.name(measure, locale)).isNotBlank();
      assertThat(Hints.hint(measure, locale))
          .endsWith(measure == Measure.DESCRIPTION_FITS ? ")." : ".");
      keys.add(measure.key());
      keys.add(measure.key() + ".hint");
    }
    for (var dimension : Dimension.values()) {
      assertThat(Hints.name(dimension, locale)).isNotBlank();
      keys.add("dimension." + dimension.key());
    }
    assertThat(ResourceBundle.getBundle(Hints.BUNDLE, locale).keySet()).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt", "fr"})
  void noLanguageSpeaksEnglish(String language) {
    for (var measure : Measure.values()) {
      assertThat(Hints.hint(measure, Locale.of(language)))
          .isNotEqualTo(Hints.hint(measure, Locale.ENGLISH));
    }
  }
}
