package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static Map<String, String> texts(String language) throws IOException {
    var name = "texts" + (language.isEmpty() ? "" : "_" + language) + ".properties";
    var all = new Properties();
    try (var in = Texts.class.getResourceAsStream(name)) {
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    var sorted = new TreeMap<String, String>();
    all.forEach((key, value) -> sorted.put((String) key, (String) value));
    return sorted;
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt", "fr"})
  void everyLanguageHasEveryKeyAndNoOther(String language) throws IOException {
    assertThat(texts(language).keySet()).isEqualTo(texts("").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "es", "pt", "fr"})
  void noTextIsEmptyOrLosesAParameter(String language) throws IOException {
    var english = texts("");
    texts(language)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank();
              assertThat(new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length)
                  .as(key)
                  .isEqualTo(
                      new MessageFormat(english.get(key), Locale.ROOT)
                          .getFormatsByArgumentIndex()
                          .length);
            });
  }
}
