package org.chasqui.codec.regional;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are broken, hostile or very large. */
class HostileJsonTest {
  private static final RegionalJsonCodec CODEC = Reading.CODEC;
  private static final String DECLARATION =
      new String(Examples.bytes("item-declaration.json"), UTF_8);

  static Stream<Arguments> brokenDocuments() {
    var half = DECLARATION.substring(0, DECLARATION.length() / 2);
    return Stream.of(
        broken("EAD-1001 byte 0", ""),
        broken("EAD-1001 byte 0", "7"),
        broken("EAD-1001 byte 1", "{x"),
        broken("EAD-1005 byte " + half.getBytes(UTF_8).length, half),
        broken("EAD-1006 -", "[]"),
        broken(
            "EAD-1006 byte " + (DECLARATION.strip().getBytes(UTF_8).length + 1),
            DECLARATION.strip() + " {}"));
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void locatesWhatIsWrongWithTheDocument(String line, String text) {
    var end = Reading.of(text.getBytes(UTF_8)).end;

    assertThat(end.problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly(line);
  }

  @Test
  void bytesThatAreNoCharacterAreAFaultOfTheDocumentWhereverTheyStand() {
    var document = (DECLARATION + " ".repeat(5_000)).getBytes(Charset.forName("UTF-32LE"));
    document[document.length - 1] = 0x7F;

    var end = Reading.of(document).end;

    assertThat(end.problems())
        .extracting(problem -> problem.code().code())
        .containsExactly("EAD-1001");
  }

  @Test
  void readsMessagesBeforeTheTruncation() {
    var batch = "[" + DECLARATION + "," + DECLARATION.substring(0, 400);

    var read = Reading.of(batch.getBytes(UTF_8));

    assertThat(read.items).hasSize(1);
    assertThat(read.end.problems())
        .extracting(problem -> problem.code().code())
        .containsExactly("EAD-1005");
  }

  @Test
  void refusesAMessageThatIsTooLargeOrTooDeepAndReadsTheNext() {
    var deep =
        DECLARATION.replace(
            "\"version\": 1", "\"version\": 1, \"x\": " + "[".repeat(60) + "]".repeat(60));
    var large =
        DECLARATION.replace(
            "\"version\": 1", "\"version\": 1, \"x\": [" + "1,".repeat(600_000) + "1]");

    var read = Reading.of(("[" + deep + "," + large + "," + DECLARATION + "]").getBytes(UTF_8));

    assertThat(read.items)
        .extracting(item -> item.message() != null)
        .containsExactly(false, false, true);
    assertThat(read.lines()).anyMatch(line -> line.startsWith("ERROR EAD-1002 /x/0"));
  }

  @Test
  void anyBytesEndInLocatedProblems() throws IOException {
    var sources = new ArrayList<byte[]>();
    for (var file : Examples.files()) {
      sources.add(Files.readAllBytes(file));
    }
    sources.add(("[" + DECLARATION + "," + DECLARATION + "]").getBytes(UTF_8));
    sources.add(DECLARATION.getBytes(UTF_16BE));
    var random = new Random(42);
    for (var i = 0; i < 3000; i++) {
      var bytes = sources.get(random.nextInt(sources.size())).clone();
      for (var changes = random.nextInt(6); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      var document = Arrays.copyOf(bytes, cut);

      var read = Reading.of(document);

      assertThat(read.end).isNotNull();
      CODEC.recognises(document);
      CODEC.head(document);
      for (var item : read.items) {
        assertThat(item.message() != null)
            .isEqualTo(item.problems().stream().noneMatch(Problem::isError));
      }
    }
  }

  @Test
  void passesOnTheFailureOfTheStream() {
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public int read(byte[] to, int from, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> CODEC.decode(failing, null, new Counting(item -> {})))
        .hasMessage("disk gone");
  }

  @Test
  void readsABatchOfAnySizeInBoundedMemory() throws IOException {
    var item = RegionalJson.mapper().readTree(DECLARATION);
    ((ObjectNode) item.get("data")).put("comments", "x".repeat(500));
    var bytes = RegionalJson.mapper().writeValueAsBytes(item);
    var count = 5_000;
    var seen = new int[1];
    Consumer<Decoded> counting = decoded -> seen[0]++;

    CODEC.decode(new Repeating(bytes, count), null, new Counting(counting));

    assertThat(seen[0]).isEqualTo(count);
  }

  private static Arguments broken(String line, String text) {
    return Arguments.of(line, text);
  }

  /** Looks at each message and forgets it. */
  private record Counting(Consumer<Decoded> each) implements Decoder.Sink {
    @Override
    public void item(Decoded decoded) {
      each.accept(decoded);
    }

    @Override
    public void end(DocumentEnd documentEnd) {
      assertThat(documentEnd.problems()).isEmpty();
    }
  }

  /** An array of the same message many times, never held as a whole. */
  private static final class Repeating extends InputStream {
    private final byte[] item;
    private int left;
    private ByteArrayInputStream current = new ByteArrayInputStream("[".getBytes(UTF_8));

    Repeating(byte[] item, int count) {
      this.item = item;
      this.left = count;
    }

    @Override
    public int read() {
      while (current.available() == 0 && left >= 0) {
        current = next();
      }
      return current.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      while (current.available() == 0 && left >= 0) {
        current = next();
      }
      return current.read(target, offset, length);
    }

    private ByteArrayInputStream next() {
      var bytes = new ByteArrayOutputStream();
      if (left-- > 0) {
        bytes.writeBytes(item);
        bytes.writeBytes((left > 0 ? "," : "]").getBytes(UTF_8));
      }
      return new ByteArrayInputStream(bytes.toByteArray());
    }
  }
}
