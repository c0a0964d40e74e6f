package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.chasqui.codec.edifact.UnDirectory;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The messages that are the UN's own or rest on its directory D.96B, beside StAEDI with the UN's
 * segment tables and segments.
 */
class UnMessagesTest {
  private static final Path CASES = Path.of("src/test/resources/golden/upu");
  private static final int MUTATIONS = 400;

  @ParameterizedTest
  @CsvSource({
    "cuscar-d96b, CUSCAR",
    "cusres-d96b, CUSRES",
    "upu-cardit, IFCSUM",
    "upu-resdit, IFTSTA"
  })
  void whatIsWrittenFitsTheSegmentTableOfTheUn(String codec, String message) throws IOException {
    var directory = UnDirectory.of("D96B");
    var random = new Random(96);
    for (int round = 0; round < 20; round++) {
      var document = Writing.encode(codec, messages(codec, random, round)).document();
      assertThat(directory.faults(message, document))
          .as("%s", new String(document, ISO_8859_1))
          .isEmpty();
    }
  }

  private static List<RegionalMessage> messages(String codec, Random random, int round) {
    return switch (codec) {
      case "cuscar-d96b" -> CuscarTest.messages(CuscarTest.items(new Declarations(round), 5));
      case "cusres-d96b" ->
          Stream.iterate(1, i -> i + 1)
              .limit(5)
              .map(i -> CusrspTest.message(CusrspTest.decision(random, i)))
              .toList();
      case "upu-cardit" ->
          Preadvices.messages(List.of(Preadvices.random(random, "CLSCLA00" + round, round)));
      default -> ResditTest.messages(random);
    };
  }

  /**
   * The layouts are narrower than the UN's, so what they find nothing wrong with is right by the
   * UN's; and what the UN refuses they refuse.
   */
  @ParameterizedTest
  @ValueSource(strings = {"cuscar", "cusres-several-items", "cusres", "cardit", "resdit"})
  void whatTheUnRefusesIsNotReadWithoutAProblem(String name) throws IOException {
    var directory = UnDirectory.of("D96B");
    var seed = Files.readAllBytes(CASES.resolve(name).resolve("input.edi"));
    var message =
        name.startsWith("cus")
            ? name.substring(0, 6).toUpperCase(java.util.Locale.ROOT)
            : name.equals("cardit") ? "IFCSUM" : "IFTSTA";
    assertThat(directory.faults(message, seed)).isEmpty();
    var random = new Random(97);
    int refused = 0;
    for (int round = 0; round < MUTATIONS; round++) {
      var document = shuffled(seed, random);
      var theirs = directory.faults(message, document);
      refused += theirs.isEmpty() ? 0 : 1;
      if (!theirs.isEmpty()) {
        assertThat(Reading.of(document).problems())
            .as("%s in %s", theirs, new String(document, ISO_8859_1))
            .isNotEmpty();
      }
    }
    assertThat(refused).isGreaterThan(MUTATIONS / 10);
  }

  /** Segments that come twice, not at all or elsewhere, with an element too many or too long. */
  private static byte[] shuffled(byte[] seed, Random random) {
    var lines = new ArrayList<>(new String(seed, ISO_8859_1).lines().toList());
    int first = 3;
    int last = lines.size() - 2;
    int at = first + random.nextInt(last - first);
    var line = lines.get(at);
    switch (random.nextInt(5)) {
      case 0 -> lines.add(first + random.nextInt(last - first), line);
      case 1 -> lines.remove(at);
      case 2 -> lines.add(first + random.nextInt(last - first), lines.remove(at));
      case 3 -> lines.set(at, line.replaceFirst("'$", "+A+B+C+D+E+F+G+H+I+J'"));
      default -> lines.set(at, line.replaceFirst("'$", "X".repeat(600) + "'"));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("UNT+")) {
        int segments = i - (lines.getFirst().startsWith("UNA") ? 1 : 0);
        lines.set(i, lines.get(i).replaceFirst("\\+\\d+\\+", "+" + segments + "+"));
      }
    }
    return (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
  }

  @Test
  void theSecondReaderFindsASegmentThatIsMissing() throws IOException {
    var directory = UnDirectory.of("D96B");
    var text = Files.readString(CASES.resolve("cuscar/input.edi"));

    assertThat(
            directory.faults(
                "CUSCAR",
                text.replaceFirst("GID\\+1\\+1:PK'\\n", "").getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }
}
