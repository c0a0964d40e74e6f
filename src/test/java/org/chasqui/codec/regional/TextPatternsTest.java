package org.chasqui.codec.regional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextPatternsTest {
  private static final String ALPHABET = "AZaz09.-+:_/ \n\u00e9ZCLP12D";

  @Test
  void readsEveryPatternOfTheSchemasAsTheExpressionEngineDoes() {
    var files = SchemaFiles.read(null);
    var patterns = new TreeSet<String>();
    SchemaFiles.NAMES.forEach(name -> collect(files.schema(name), patterns));

    for (var pattern : patterns) {
      var fast = TextPatterns.of(pattern);
      var exact = TextPatterns.engine(pattern);
      var random = new Random(7);
      for (var i = 0; i < 20_000; i++) {
        var text = text(pattern, random);
        assertThat(fast.test(text)).as("%s on '%s'", pattern, text).isEqualTo(exact.test(text));
      }
    }
    assertThat(patterns).hasSizeGreaterThan(30);
  }

  @Test
  void takesTheEndOfAPatternForTheEndOfTheText() {
    assertThat(TextPatterns.of("^[A-Z]{2}$").test("CL\n")).isFalse();
    assertThat(TextPatterns.engine("^[A-Z]{2}$").test("CL\n")).isFalse();
  }

  private static void collect(JsonNode schema, Set<String> patterns) {
    if (schema.path("pattern").isTextual()) {
      patterns.add(schema.get("pattern").textValue());
    }
    schema.forEach(child -> collect(child, patterns));
  }

  /** A text that often nearly fits: letters and digits where such patterns want them. */
  private static String text(String pattern, Random random) {
    var text = new StringBuilder();
    var digits = pattern.contains("\\d") && random.nextBoolean();
    var length = random.nextInt(random.nextInt(8) == 0 ? 40 : 8);
    for (var i = 0; i < length; i++) {
      text.append(
          digits && random.nextInt(12) > 0
              ? "0123456789.".charAt(random.nextInt(11))
              : random.nextInt(6) > 0
                  ? (char) ('A' + random.nextInt(26))
                  : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
