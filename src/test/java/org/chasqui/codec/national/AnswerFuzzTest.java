package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.chasqui.codec.Decoder;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes end in located problems; nothing outside the document is read. */
class AnswerFuzzTest {
  static List<Decoder> decoders() {
    return NationalViews.DECODERS;
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void endsOnceWhateverTheBytes(Decoder codec) throws IOException {
    var random = new Random(42);
    var seeds = answers(codec);
    for (int round = 0; round < 3000; round++) {
      var bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
      var outcome = Outcome.of(codec, new ByteArrayInputStream(bytes));
      assertThat(outcome.ends()).as("round %d", round).isEqualTo(1);
      assertThat(outcome.problems()).allMatch(problem -> problem.location() != null);
      codec.head(bytes);
      codec.recognises(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void saysSoWhenAnAnswerEndsEarly(Decoder codec) throws IOException {
    var whole = answers(codec).getFirst();
    for (int length = 1; length < whole.length - 2; length += 7) {
      var cut = new ByteArrayInputStream(whole, 0, length);
      var outcome = Outcome.of(codec, cut);
      assertThat(outcome.end().problems())
          .as("%d bytes", length)
          .anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
  }

  @Test
  void anXmlAnswerThatIsCutAnywhereIsTruncated() throws IOException {
    for (var name :
        List.of("asycuda-status", "asycuda-sad", "wco-response", "upu-cds", "duca-xml-answer")) {
      var codec = NationalViews.decoder(name);
      var answer = new String(answers(codec).getFirst(), StandardCharsets.UTF_8);
      for (var cut : List.of("", "<?xml vers", answer.substring(0, answer.length() / 2))) {
        var bytes = cut.getBytes(StandardCharsets.UTF_8);
        assertThat(Outcome.of(codec, new ByteArrayInputStream(bytes)).end().problems())
            .as("%s: %s", name, cut)
            .extracting(Problem::code)
            .containsExactly(ProblemCode.TRUNCATED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void refusesNoiseAndNothing(Decoder codec) throws IOException {
    for (var text : List.of("", " ", "null", "[]", "<a/>", "{", "\u0000\u0001", "UNB+UNOC:3")) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(codec.recognises(bytes)).as(text).isFalse();
      assertThat(codec.head(bytes).problems()).as(text).isNotEmpty();
      var outcome = Outcome.of(codec, new ByteArrayInputStream(bytes));
      assertThat(outcome.end().problems()).as(text).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void passesOnAFailureOfTheStreamItself(Decoder codec) throws IOException {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is cut");
          }

          @Override
          public int read(byte[] to, int from, int length) throws IOException {
            return read();
          }
        };
    var start = new ByteArrayInputStream(answers(codec).getFirst(), 0, 100);
    var stream = new SequenceInputStream(Collections.enumeration(List.of(start, broken)));
    assertThatThrownBy(() -> Outcome.of(codec, stream))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the line is cut");
  }

  @Test
  void readsNoEntityFromOutside() throws IOException {
    for (var name :
        List.of("asycuda-status", "asycuda-sad", "wco-response", "upu-cds", "duca-xml-answer")) {
      var bomb =
          "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
              + "<Awstatus><Bol_status><Bol_reference>&e;</Bol_reference></Bol_status></Awstatus>";
      var bytes = bomb.getBytes(StandardCharsets.UTF_8);
      var outcome = Outcome.of(NationalViews.decoder(name), new ByteArrayInputStream(bytes));
      assertThat(outcome.toString()).doesNotContain("root:");
      assertThat(outcome.problems()).anyMatch(Problem::isError);
    }
  }

  @Test
  void noFormatTakesTheAnswersOfAnother() throws IOException {
    for (var codec : NationalViews.DECODERS) {
      for (var other : NationalViews.DECODERS) {
        for (var answer : answers(other)) {
          assertThat(codec.recognises(answer)).isEqualTo(codec == other);
        }
      }
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    var bytes = seed.clone();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]<>\"/:,&;0".charAt(random.nextInt(13));
        case 2 -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(40), bytes.length - Math.max(from, at));
          System.arraycopy(seed, from, bytes, at, length);
        }
        default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      }
    }
    return bytes;
  }

  private static List<byte[]> answers(Decoder codec) throws IOException {
    var answers = new ArrayList<byte[]>();
    try (var cases = Files.list(Path.of("src/test/resources/golden/national", codec.name()))) {
      for (var folder : cases.sorted().toList()) {
        boolean sound = !folder.getFileName().toString().startsWith("broken");
        if (sound && Outcome.has(folder, "answer")) {
          answers.add(Files.readAllBytes(Outcome.answer(folder)));
        }
      }
    }
    return answers;
  }
}
