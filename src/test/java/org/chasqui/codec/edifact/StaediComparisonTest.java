package org.chasqui.codec.edifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our segments and elements beside those of StAEDI, on valid and on mutated interchanges. */
class StaediComparisonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/upu");
  private static final int MUTATIONS = 1_500;

  /** A sound interchange of every message that has no sample. */
  private static final List<String> VALID =
      List.of(
          "cardit",
          "contrl",
          "resdit",
          "cusitm",
          "emsevt-unknown-code-is-kept-as-other",
          "predes",
          "precon",
          "resdes",
          "rescon",
          "itmref",
          "refrsp",
          "cuscar",
          "cusres",
          "cusres-several-items");

  @Test
  void readsTheSegmentsAndElementsThatStaediReads() throws Exception {
    for (var sample : samples()) {
      var theirs = theirs(sample);
      assertThat(ours(sample)).isEqualTo(theirs);
      assertThat(theirs).hasSizeGreaterThan(10);
    }
  }

  /**
   * StAEDI stops at what it holds for broken; up to there both must have read the same. The last
   * two segments are left out: StAEDI may stop within one, where we read on to its terminator.
   */
  @Test
  void readsMutatedInterchangesAlikeUpToWhereStaediStops() throws Exception {
    var random = new Random(20_261_103);
    int compared = 0;
    var samples = samples();
    for (int round = 0; round < MUTATIONS; round++) {
      var document = samples.get(random.nextInt(samples.size())).clone();
      mutate(document, random);
      var theirs = theirs(document);
      var ours = ours(document);
      int common = Math.min(theirs.size(), ours.size()) - 2;
      if (common > 0) {
        assertThat(ours.subList(0, common)).isEqualTo(theirs.subList(0, common));
        compared += common;
      }
    }
    assertThat(compared).isGreaterThan(MUTATIONS * 5);
  }

  private static List<byte[]> samples() throws IOException {
    var samples = new ArrayList<byte[]>();
    for (var file : List.of("itmatt-cl-br.edi", "cusrsp-br-cl.edi")) {
      samples.add(Files.readAllBytes(Path.of("samples").resolve(file)));
    }
    for (var name : VALID) {
      samples.add(Files.readAllBytes(GOLDEN.resolve(name).resolve("input.edi")));
    }
    return samples;
  }

  /** Replaces a few characters after UNB by letters, separators and release characters. */
  private static void mutate(byte[] document, Random random) {
    var alphabet = "AZ09 +:'?.".getBytes(ISO_8859_1);
    int start = new String(document, ISO_8859_1).indexOf("UNH");
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int at = start + 20 + random.nextInt(document.length - start - 20);
      if (document[at] != '\n') {
        document[at] = alphabet[random.nextInt(alphabet.length)];
      }
    }
  }

  private static List<String> ours(byte[] document) throws IOException {
    var segments = new ArrayList<String>();
    EdifactLexer.lex(
        new ByteArrayInputStream(document),
        new EdifactLexer.Handler() {
          @Override
          public void segment(Segment segment) {
            // StAEDI drops blanks before a tag; for us they are a fault of the tag.
            segments.add(trimmed(EdifactLexerTest.show(segment)).stripLeading());
          }

          @Override
          public void fault(Fault fault) {}
        });
    return segments;
  }

  private static String trimmed(String segment) {
    return segment.replaceAll(":+(?=\\||$)", "").replaceAll("\\|+$", "");
  }

  private static List<String> theirs(byte[] document) throws IOException {
    var segments = new ArrayList<String>();
    var factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, false);
    try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(document))) {
      var segment = new StringBuilder();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case START_SEGMENT -> {
            segment.setLength(0);
            segment.append(reader.getText());
          }
          case START_COMPOSITE -> segment.append('|');
          case ELEMENT_DATA -> {
            int component = reader.getLocation().getComponentPosition();
            segment.append(component < 1 ? "|" : component > 1 ? ":" : "").append(reader.getText());
          }
          case END_SEGMENT -> segments.add(trimmed(segment.toString()));
          default -> {}
        }
      }
    } catch (EDIStreamException stopped) {
      return withoutUna(segments);
    }
    return withoutUna(segments);
  }

  /** StAEDI hands UNA on as a segment; we give it as service characters. */
  private static List<String> withoutUna(List<String> segments) {
    return segments.stream().filter(segment -> !segment.startsWith("UNA")).toList();
  }
}
