package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes give located problems: no exception, no hang, no memory that grows. */
class HostileInterchangeTest {
  private static final int MUTATIONS = 20_000;

  @Test
  void anyBytesGiveLocatedProblemsAndNoException() throws IOException {
    var seeds = seeds();
    IntStream.range(0, MUTATIONS)
        .parallel()
        .forEach(
            round -> {
              var random = new Random(42L * MUTATIONS + round);
              read(mutated(seeds.get(random.nextInt(seeds.size())), random));
            });
  }

  /** Without an assertion a problem: there are millions of them. */
  private static void read(byte[] document) {
    try {
      var reading = Reading.of(document);
      assertThat(reading.problems().stream().allMatch(problem -> problem.location() != null))
          .isTrue();
      for (var item : reading.items()) {
        boolean refused = item.problems().stream().anyMatch(Problem::isError);
        if ((item.message() == null) != refused) {
          throw new AssertionError(item);
        }
      }
      assertThat(Reading.DECODER.head(document)).isNotNull();
      assertThat(ControlMessage.write(reading.report(), Writing.context())).isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void randomBytesAfterAGoodHeadGiveProblems() throws IOException {
    var random = new Random(43);
    var head = "UNA:+.? 'UNB+UNOC:3+A+B+261103:0915+1'UNH+1+ITMATT:D:00A:UN:M33'";
    for (int round = 0; round < 500; round++) {
      var noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      var document = new byte[head.length() + noise.length];
      System.arraycopy(head.getBytes(ISO_8859_1), 0, document, 0, head.length());
      System.arraycopy(noise, 0, document, head.length(), noise.length);

      assertThat(Reading.of(document).problems()).isNotEmpty();
    }
  }

  @Test
  void oneBadItemAmongAThousandLosesItselfOnly() throws IOException {
    var document = new String(new GeneratedItmatt(1_000).readAllBytes(), ISO_8859_1);
    int bad = document.indexOf("MOA+43:145.50", document.indexOf(GeneratedItmatt.itemId(500)));
    var broken = document.substring(0, bad) + "MOA+43:145,5x" + document.substring(bad + 13);

    var reading = Reading.of(broken.getBytes(ISO_8859_1));

    assertThat(reading.items()).hasSize(1_000);
    assertThat(reading.messages()).hasSize(999);
    var lost = reading.items().stream().filter(item -> item.message() == null).toList();
    assertThat(lost).extracting(Decoded::businessKey).containsExactly(GeneratedItmatt.itemId(500));
    int segment = 5 + 499 * 33 + 10;
    assertThat(lost.getFirst().problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly("EAD-1305 message 1 segment " + segment + " MOA element 1 component 2");
    var control = ControlMessage.write(reading.report(), Writing.context()).orElseThrow();
    assertThat(new String(control, ISO_8859_1))
        .contains("UCM+1+ITMATT:D:00A:UN:M33+2'\nUCS+" + segment + "'\nUCD+37+2:2'\n");
  }

  @Test
  void anInterchangeOf120MegabytesIsReadItemByItem() throws IOException {
    int items = 150_000;
    var document = new GeneratedItmatt(items);
    var tally = new Tally();

    Reading.DECODER.decode(document, Reading.context(), tally);

    assertThat(document.bytes()).isGreaterThan(120_000_000);
    assertThat(tally.items).isEqualTo(99_999);
    assertThat(tally.lost).isEqualTo(items - 99_999);
  }

  @Test
  void faultsWithoutEndAreCutShort() throws IOException {
    var document =
        "UNB+UNOC:3+A+B+261103:0915+1'UNH+1+ITMATT:D:00A:UN:M33'" + "XXX+1'".repeat(200_000);

    var reading = Reading.of(document.getBytes(ISO_8859_1));

    assertThat(reading.problems()).hasSizeLessThanOrEqualTo(101);
    assertThat(((InterchangeReport) reading.end().acknowledgement()).messages()).hasSize(1);
  }

  @Test
  void groupsWithoutEndAreToldInPart() throws IOException {
    var group = "UNG+ITMATT+A+B+261103:0915+1+UN+D:00A'UNE+0+1'";
    var document = "UNB+UNOC:3+A+B+261103:0915+1'" + group.repeat(20_000) + "UNZ+20000+1'";

    var reading = Reading.of(document.getBytes(ISO_8859_1));

    assertThat(reading.report().groups()).hasSize(InterchangeReport.MOST);
    assertThat(reading.problems()).hasSize(1_000);
  }

  @Test
  void anItemThatNeverEndsIsRefusedInBoundedMemory() throws IOException {
    var line =
        "CST+1'" + ("FTX+AAA+++" + "long text".repeat(200) + "'").repeat(5) + "MOA+203:1:USD'";
    var head =
        "UNB+UNOC:3+A+B+261103:0915+1'UNH+1+ITMATT:D:00A:UN:M33'BGM+929+1+9'"
            + "DTM+137:202611030915:203'NAD+MS+CLA'CNI+1+CP000000015CL'";
    var document = head + line.repeat(990) + "CNT+10:1'UNT+6936+1'UNZ+1+1'";

    var reading = Reading.of(document.getBytes(ISO_8859_1));

    assertThat(reading.items().getFirst().message()).isNull();
    assertThat(reading.items().getFirst().problems())
        .extracting(problem -> problem.code().code())
        .contains("EAD-1002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "itmatt",
        "cusitm",
        "cuscar",
        "cusrsp",
        "cusres",
        "cusres-several-items",
        "emsevt",
        "predes",
        "precon",
        "resdes",
        "rescon",
        "cardit",
        "resdit",
        "itmref",
        "refrsp",
        "contrl"
      })
  void aSegmentThatComesWithoutEndIsToldAndNotKept(String name) throws IOException {
    var folder = Path.of("src/test/resources/golden/upu").resolve(name);
    var lines = Files.readAllLines(folder.resolve("input.edi"), ISO_8859_1);
    var random = new Random(name.hashCode());
    for (int round = 0; round < 3; round++) {
      int at = 4 + random.nextInt(lines.size() - 7);
      var document =
          String.join("\n", lines.subList(0, at))
              + (lines.get(at) + "\n").repeat(20_000)
              + String.join("\n", lines.subList(at, lines.size()));

      var reading = Reading.of(document.getBytes(ISO_8859_1));

      assertThat(reading.problems()).as("%s", lines.get(at)).isNotEmpty();
      assertThat(reading.end().problems()).hasSizeLessThanOrEqualTo(1_000);
      for (var item : reading.items()) {
        assertThat(item.problems()).hasSizeLessThanOrEqualTo(101);
      }
    }
  }

  @Test
  void problemsHoldNoPersonalData() throws IOException {
    var sample = Files.readString(Path.of("samples/itmatt-cl-br.edi"), ISO_8859_1);
    for (int i = 0; i < sample.length(); i++) {
      if ("+:'".indexOf(sample.charAt(i)) >= 0) {
        var document = sample.substring(0, i) + sample.substring(i + 1);
        for (var problem : Reading.of(document.getBytes(ISO_8859_1)).problems()) {
          assertThat(problem.toString()).doesNotContain("Souza", "Andina", "Providencia", "@");
        }
      }
    }
  }

  static List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<byte[]>();
    try (var folders = Files.list(Path.of("src/test/resources/golden/upu"))) {
      for (var folder : folders.sorted().toList()) {
        seeds.add(Files.readAllBytes(folder.resolve("input.edi")));
      }
    }
    return seeds;
  }

  static byte[] mutated(byte[] seed, Random random) {
    var document = seed.clone();
    for (int i = 0; document.length > 0 && i < 1 + random.nextInt(6); i++) {
      int at = random.nextInt(document.length);
      switch (random.nextInt(4)) {
        case 0 -> document[at] = (byte) random.nextInt(256);
        case 1 -> document[at] = (byte) "+:'?*0AZ\n ".charAt(random.nextInt(10));
        case 2 -> document = Arrays.copyOf(document, at);
        default -> {
          int from = random.nextInt(document.length);
          int length = Math.min(random.nextInt(60), document.length - Math.max(at, from));
          System.arraycopy(seed, Math.min(from, seed.length - length), document, at, length);
        }
      }
    }
    return document;
  }

  private static final class Tally implements Decoder.Sink {
    int items;
    int lost;

    @Override
    public void item(Decoded decoded) {
      items += decoded.message() == null ? 0 : 1;
      lost += decoded.message() == null ? 1 : 0;
    }

    @Override
    public void end(DocumentEnd end) {
      assertThat(end.problems())
          .allMatch(problem -> problem.location() instanceof Location.InEdifact);
    }
  }
}
