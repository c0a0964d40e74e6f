package org.chasqui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "_es", "_pt", "_fr"})
  void hasATextForEveryCodeAndForNothingElse(String suffix) throws IOException {
    var keys =
        Stream.concat(
            Stream.of("found", "expected"),
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code));

    var texts = texts(suffix);

    assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys.toList());
    assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"_es", "_pt", "_fr"})
  void leavesNoTextInEnglish(String suffix) throws IOException {
    var english = texts("");

    var translated = texts(suffix);

    for (var code : ProblemCode.values()) {
      assertThat(translated.getProperty(code.code()))
          .as(code.code())
          .isNotEqualTo(english.getProperty(code.code()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"_es", "_pt", "_fr"})
  void hasThePlaceholdersOfTheEnglishText(String suffix) throws IOException {
    var english = texts("");

    var translated = texts(suffix);

    for (var key : english.stringPropertyNames()) {
      assertThat(placeholders(translated.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{[^}]*}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en|Description of the contents is too vague: found \"gift\", expected a precise one",
        "es|La descripción del contenido es demasiado vaga: se encontró \"gift\","
            + " se esperaba a precise one",
        "pt|A descrição do conteúdo é vaga demais: encontrado \"gift\", esperado a precise one",
        "fr|La description du contenu est trop vague\u00a0: trouvé «\u00a0gift\u00a0»,"
            + " attendu a precise one",
        "de|Description of the contents is too vague: found \"gift\", expected a precise one"
      })
  void saysWhatWasFoundAndExpectedInTheLanguage(String language, String text) {
    var problem =
        Problem.of(ProblemCode.VAGUE_DESCRIPTION, Location.WHOLE, "gift", "a precise one");

    assertThat(problem.text(Locale.forLanguageTag(language))).isEqualTo(text);
  }

  @Test
  void keepsApostrophesAndBracesOfWhatWasFound() {
    var problem = Problem.of(ProblemCode.UNREADABLE, Location.WHOLE, "{0} l'été", null);

    assertThat(problem.text(Locale.FRENCH))
        .isEqualTo(
            "Le document n'est lisible dans aucun format connu\u00a0: trouvé «\u00a0{0}"
                + " l'été\u00a0»");
  }

  private static Properties texts(String suffix) throws IOException {
    var texts = new Properties();
    var name = "problems" + suffix + ".properties";
    try (var in = ProblemTexts.class.getResourceAsStream(name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
