package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden/upu} is a case: {@code input.edi}, the messages that it gives
 * ({@code expected.jsonl}, the data of one a line), its problems ({@code problems.txt}: severity,
 * code, location, found, expected) and the CONTRL that answers it ({@code contrl.edi}). With {@code
 * -Dgolden.write=true} the expected files are written anew, to be read before they are committed.
 */
class GoldenInterchangeTest {
  private static final Path CASES = Path.of("src/test/resources/golden/upu");
  private static final Decoder REGIONAL =
      RegionalCodecs.all().stream()
          .filter(Decoder.class::isInstance)
          .map(Decoder.class::cast)
          .findFirst()
          .orElseThrow();
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  static List<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void interchangeGivesWhatItsFolderSays(String name) throws IOException {
    var folder = CASES.resolve(name);

    var reading = Reading.of(Files.readAllBytes(folder.resolve("input.edi")));

    same(folder.resolve("expected.jsonl"), messages(reading));
    same(folder.resolve("problems.txt"), problems(reading));
    var control = ControlMessage.write(reading.report(), Writing.context());
    same(folder.resolve("contrl.edi"), control.map(bytes -> new String(bytes, UTF_8)).orElse(""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatIsUsedHasTheFormOfTheRegionalSchema(String name) throws IOException {
    var reading = Reading.of(Files.readAllBytes(CASES.resolve(name).resolve("input.edi")));
    for (var message : reading.messages()) {
      var problems = new ArrayList<Problem>();
      REGIONAL.decode(
          new ByteArrayInputStream(new RegionalJson().write(message)),
          Reading.context(),
          new Decoder.Sink() {
            @Override
            public void item(Decoded decoded) {
              problems.addAll(decoded.problems());
            }

            @Override
            public void end(DocumentEnd end) {
              problems.addAll(end.problems());
            }
          });
      assertThat(problems).isEmpty();
    }
  }

  private static void same(Path file, String actual) throws IOException {
    if (WRITE) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  private static String messages(Reading reading) {
    var json = new RegionalJson();
    return reading.messages().stream()
        .map(message -> new String(json.writeData(message.data()), UTF_8) + "\n")
        .collect(Collectors.joining());
  }

  private static String problems(Reading reading) {
    return Stream.concat(
            reading.items().stream().flatMap(GoldenInterchangeTest::ofItem),
            reading.end().problems().stream().map(problem -> "document " + line(problem)))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> ofItem(Decoded item) {
    var lost = item.message() == null ? " lost " : " used ";
    return item.problems().stream()
        .map(problem -> item.position() + " " + item.businessKey() + lost + line(problem));
  }

  private static String line(Problem problem) {
    return "%s %s | %s | %s | %s"
        .formatted(
            problem.severity(),
            problem.code().code(),
            problem.location().text(),
            problem.found(),
            problem.expected());
  }
}
