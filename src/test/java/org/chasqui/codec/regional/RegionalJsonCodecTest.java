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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegionalJsonCodecTest {
  private static final RegionalJsonCodec CODEC =
      new RegionalJsonCodec(SchemaValidator.of(Path.of("config/schema")));
  private static final RegionalJson JSON = new RegionalJson();
  private static final String DECLARATION =
      new String(Examples.bytes("item-declaration.json"), UTF_8);

  static List<Path> examples() {
    return Examples.files();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsEveryExampleWithoutAProblemAndWritesTheSameJson(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);

    var read = decode(bytes);

    assertThat(lines(read)).isEmpty();
    var message = read.items.getFirst().message();
    var mapper = RegionalJson.mapper();
    assertThat(mapper.readTree(JSON.write(message))).isEqualTo(mapper.readTree(bytes));
    assertThat(JSON.read(JSON.write(message))).isEqualTo(message);
    assertThat(read.items.getFirst().businessKey()).isEqualTo(message.data().businessKey());
    assertThat(read.items.getFirst().reference()).isEqualTo(message.envelope().id());
  }

  @Test
  void keepsUnknownPropertiesOfEveryLevelAndWarnsOfThem() throws IOException {
    var text =
        DECLARATION
            .replaceFirst(
                "\"data\"", "\"myattribute\": \"x\", \"dataschema2\": [1, null], \"data\"")
            .replaceFirst("\"version\": 1", "\"version\": 1, \"colour\": {\"a\": [1.50, null]}")
            .replaceFirst("\"hsCode\"", "\"hsCod\": \"1\", \"hsCode\"")
            .replaceFirst("\"amount\"", "\"note\": null, \"amount\"");

    var read = decode(text.getBytes(UTF_8));

    assertThat(lines(read))
        .containsExactlyInAnyOrder(
            "WARNING EAD-1202 /colour",
            "WARNING EAD-1202 /contents/0/hsCod",
            "WARNING EAD-1202 /declaredValue/note");
    var written = JSON.write(read.items.getFirst().message());
    assertThat(RegionalJson.mapper().readTree(written))
        .isEqualTo(RegionalJson.mapper().readTree(text));
    assertThat(new String(written, UTF_8)).contains("1.50");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("ERROR EAD-1201 /contents/0/quantity", "\"quantity\": 3", "\"quantity\": \"3\""),
        fault("ERROR EAD-1201 /contents/0/quantity", "\"quantity\": 3", "\"quantity\": 0"),
        fault("ERROR EAD-1201 /contents/1/hsCode", "\"691200\"", "\"6912\""),
        fault("ERROR EAD-1201 /grossMass/unitCode", "\"KGM\"", "\"LBR\""),
        fault("ERROR EAD-1201 /itemCategory", "\"SALE_OF_GOODS\"", "\"SALE\""),
        fault("ERROR EAD-1201 /sender", "\"sender\": ", "\"sender\": 5, \"x\": "),
        fault("ERROR EAD-1201 /itemCategoryExplanation", "\"SALE_OF_GOODS\"", "\"OTHER\""),
        fault("ERROR EAD-1201 /version", "\"ORIGINAL\"", "\"AMENDMENT\""),
        fault("ERROR EAD-1201 /version", "\"version\": 1", "\"version\": 1e999999999"),
        fault("ERROR EAD-1201 /version", "\"version\": 1", "\"version\": 99999999999999999999"),
        fault("ERROR EAD-1201 /postingDateTime", "2026-03-01T11:05:00-03:00", "2026-03-01T11:05"),
        fault("ERROR EAD-1201 /version", "\"version\": 1", "\"version\": 1, \"version\": 1"),
        fault(
            "ERROR EAD-1201 /extensions", "\"version\"", "\"extensions\":{\"Bad\":{}},\"version\""),
        fault("ERROR EAD-1201 /envelope/time", "2026-03-01T14:30:00Z", "today"),
        fault("ERROR EAD-1201 /envelope/recipient", "urn:lac-ead:party:PE:customs:SUNAT", "PE"),
        fault("ERROR EAD-1201 /envelope/source", "\"source\"", "\"sauce\""),
        fault("ERROR EAD-1006 /envelope/subject", "\"subject\": \"CP1", "\"subject\": \"CP2"),
        fault("ERROR EAD-1308 /envelope/type", "submitted.v1", "submitted.v2"),
        fault("ERROR EAD-1308 /envelope/dataschema", "declaration:1.0.0", "declaration:2.0.0"),
        fault("ERROR EAD-1201 /", "\"data\": {", "\"dataref\": \"x\", \"dat\": {"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void locatesTheFault(String line, String from, String to) {
    var text = DECLARATION.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(text).isNotEqualTo(DECLARATION);

    var read = decode(text.getBytes(UTF_8));

    assertThat(lines(read)).contains(line);
    assertThat(read.items).hasSize(1);
    assertThat(read.items.getFirst().message()).isNull();
    assertThat(read.items.getFirst().businessKey()).isEqualTo("CP123456785CL");
  }

  @Test
  void saysWhatWasFoundAndWhatIsExpected() {
    var text = DECLARATION.replace("\"691200\"", "\"6912\"").replace("+51987654321", "987654321");

    var problems = decode(text.getBytes(UTF_8)).items.getFirst().problems();

    assertThat(problems)
        .extracting(problem -> problem.found() + " / " + problem.expected())
        .containsExactlyInAnyOrder(
            "6912 / HS subheading of 6 digits",
            "9 characters / telephone number in international form, as +56221234567");
  }

  @Test
  void neverShowsNamesOrAddressesInAProblem() {
    var personal =
        List.of(
            "María",
            "Quispe",
            "Arequipa",
            "Lima",
            "15046",
            "45678912",
            "ventas",
            "+5198",
            "Mug",
            "mug");
    var text = DECLARATION;
    for (var value : personal) {
      text = text.replace(value, value + "x".repeat(600));
    }

    var problems = decode(text.getBytes(UTF_8)).items.getFirst().problems();

    assertThat(problems).hasSizeGreaterThan(8);
    for (var problem : problems) {
      assertThat(personal).noneMatch(value -> String.valueOf(problem.found()).contains(value));
    }
  }

  @Test
  void oneBadMessageOfABatchCostsOnlyItself() {
    var bad =
        DECLARATION
            .replace("\"KGM\"", "\"LBR\"")
            .replace("\"version\": 1", "\"version\":1,\"version\":2");
    var batch = "[" + String.join(",", DECLARATION, bad, "7", DECLARATION) + "]";

    var read = decode(batch.getBytes(UTF_8));

    assertThat(read.items)
        .extracting(item -> item.message() != null)
        .containsExactly(true, false, false, true);
    assertThat(read.items).extracting(Decoded::position).containsExactly(1, 2, 3, 4);
    assertThat(read.end.items()).isEqualTo(4);
    assertThat(read.end.problems()).isEmpty();
    assertThat(lines(read))
        .contains("ERROR EAD-1201 /version", "ERROR EAD-1201 /grossMass/unitCode");
  }

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
    var end = decode(text.getBytes(UTF_8)).end;

    assertThat(end.problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly(line);
  }

  @Test
  void readsMessagesBeforeTheTruncation() {
    var batch = "[" + DECLARATION + "," + DECLARATION.substring(0, 400);

    var read = decode(batch.getBytes(UTF_8));

    assertThat(read.items).hasSize(1);
    assertThat(read.end.problems())
        .extracting(problem -> problem.code().code())
        .containsExactly("EAD-1005");
  }

  @Test
  void passesOverAByteOrderMark() {
    assertThat(lines(decode(("\uFEFF" + DECLARATION).getBytes(UTF_8)))).isEmpty();
    assertThat(CODEC.recognises("\uFEFF {".getBytes(UTF_8))).isTrue();
  }

  @Test
  void refusesAMessageThatIsTooLargeOrTooDeepAndReadsTheNext() {
    var deep =
        DECLARATION.replace(
            "\"version\": 1", "\"version\": 1, \"x\": " + "[".repeat(60) + "]".repeat(60));
    var large =
        DECLARATION.replace(
            "\"version\": 1", "\"version\": 1, \"x\": [" + "1,".repeat(600_000) + "1]");

    var read = decode(("[" + deep + "," + large + "," + DECLARATION + "]").getBytes(UTF_8));

    assertThat(read.items)
        .extracting(item -> item.message() != null)
        .containsExactly(false, false, true);
    assertThat(lines(read)).anyMatch(line -> line.startsWith("ERROR EAD-1002 /x/0"));
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

      var read = decode(document);

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
        };

    assertThatThrownBy(() -> CODEC.decode(failing, null, new Read())).hasMessage("disk gone");
  }

  @Test
  void theHeadNamesSenderAndReference() {
    var head = CODEC.head(DECLARATION.getBytes(UTF_8));

    assertThat(head.sender()).isEqualTo("urn:lac-ead:party:CL:post:CLA");
    assertThat(head.recipient()).isEqualTo("urn:lac-ead:party:PE:customs:SUNAT");
    assertThat(head.reference()).isEqualTo("0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02");
    assertThat(head.test()).isFalse();
    assertThat(head.problems()).isEmpty();
  }

  @Test
  void theHeadOfABatchHasNoReference() {
    var batch = ("[" + DECLARATION + "," + DECLARATION + "]").getBytes(UTF_8);

    var head = CODEC.head(Arrays.copyOf(batch, 4096));

    assertThat(head.reference()).isNull();
    assertThat(head.sender()).isEqualTo("urn:lac-ead:party:CL:post:CLA");
    assertThat(head.problems()).isEmpty();
  }

  @Test
  void theHeadRefusesAShortDocumentThatIsCut() {
    var head = CODEC.head(Arrays.copyOf(DECLARATION.getBytes(UTF_8), 900));

    assertThat(head.problems())
        .extracting(problem -> problem.location())
        .containsExactly(new Location.AtByte(900));
  }

  @Test
  void writesOneMessageAsAnObjectAndSeveralAsABatchToTheReceiver() throws IOException {
    var message = JSON.read(DECLARATION.getBytes(UTF_8));
    var urn = "urn:lac-ead:party:BR:customs:RFB";
    var view =
        new ProfileView(
            "br",
            urn,
            "RFB",
            "BR",
            "BRL",
            ZoneId.of("America/Sao_Paulo"),
            List.of("pt"),
            Map.of(),
            Map.of(),
            false);
    var context = new EncodeContext(view, Instant.EPOCH, "R1");

    var one = CODEC.encode(List.of(message), context);
    var two = CODEC.encode(List.of(message, message), context);

    assertThat(one.mediaType()).isEqualTo("application/cloudevents+json");
    assertThat(RegionalJson.mapper().readTree(one.document()).path("recipient").asText())
        .isEqualTo(urn);
    assertThat(two.mediaType()).isEqualTo("application/cloudevents-batch+json");
    assertThat(decode(two.document()).items).hasSize(2);
    assertThat(two.carriages()).hasSize(2).allMatch(carriage -> carriage.carried());
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

  private static Arguments fault(String line, String from, String to) {
    return Arguments.of(line, from, to);
  }

  private static Arguments broken(String line, String text) {
    return Arguments.of(line, text);
  }

  private static List<String> lines(Read read) {
    var lines = new ArrayList<String>();
    for (var item : read.items) {
      item.problems().forEach(problem -> lines.add(line(problem)));
    }
    read.end.problems().forEach(problem -> lines.add(line(problem)));
    return lines;
  }

  private static String line(Problem problem) {
    return problem.severity() + " " + problem.code().code() + " " + problem.location().text();
  }

  private static Read decode(byte[] bytes) {
    var read = new Read();
    try {
      CODEC.decode(new ByteArrayInputStream(bytes), null, read);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return read;
  }

  /** Collects what a decoder hands on. */
  private static final class Read implements Decoder.Sink {
    final List<Decoded> items = new ArrayList<>();
    DocumentEnd end;

    @Override
    public void item(Decoded decoded) {
      items.add(decoded);
    }

    @Override
    public void end(DocumentEnd documentEnd) {
      end = documentEnd;
    }
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
