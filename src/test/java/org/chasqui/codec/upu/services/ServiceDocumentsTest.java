package org.chasqui.codec.upu.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.chasqui.SharedFolder;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.ProblemLine;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What posts send in the forms of the UPU's services. Golden cases, a folder each: {@code document}
 * to {@code messages.json} and {@code problems.txt}, where lines that begin with "schema" are what
 * the regional schema says of a message. {@code -Dgolden.update=true} writes the expected files
 * anew.
 */
class ServiceDocumentsTest {
  private static final Path ROOT = Path.of("src/test/resources/golden/services");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final RecordChecker SCHEMA = RecordChecker.bundled();
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final DecodeContext CONTEXT =
      new DecodeContext(
          new ProfileView(
              "uya",
              "urn:lac-ead:party:UY:post:UYA",
              "A post",
              "UY",
              "UYU",
              ZoneId.of("America/Montevideo"),
              List.of("es"),
              Map.of(),
              Map.of(),
              false),
          "urn:lac-ead:party:XX:gateway:CHASQUI",
          Instant.parse("2026-11-24T12:00:00Z"),
          "document-1");

  private record Read(List<Decoded> items, List<DocumentEnd> ends) {
    List<Problem> problems() {
      return Stream.concat(
              items.stream().flatMap(item -> item.problems().stream()),
              ends.stream().flatMap(end -> end.problems().stream()))
          .toList();
    }
  }

  static Stream<Path> cases() throws IOException {
    try (var files = Files.walk(ROOT, 2)) {
      return files
          .filter(path -> path.getNameCount() == ROOT.getNameCount() + 2)
          .sorted()
          .toList()
          .stream();
    }
  }

  static Stream<Decoder> decoders() {
    return ServiceCodecs.all().stream().map(Decoder.class::cast);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheMessagesAndTheirProblems(Path folder) throws IOException {
    var decoder = decoder(folder.getParent().getFileName().toString());
    var read = read(decoder, Files.readAllBytes(document(folder)));
    var messages = JSON.createArrayNode();
    var problems = new StringBuilder();
    for (var item : read.items()) {
      problems.append(item.position()).append(' ').append(item.businessKey()).append('\n');
      item.problems().forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
      if (item.message() != null) {
        messages.add(JSON.readTree(new RegionalJson().write(item.message())));
        SCHEMA
            .check(item.message().data())
            .forEach(problem -> problems.append("  schema ").append(ProblemLine.of(problem)));
      }
    }
    var end = read.ends().getFirst();
    problems.append("end ").append(end.items()).append('\n');
    end.problems().forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
    compare(folder.resolve("messages.json"), JSON.writeValueAsString(messages) + "\n");
    compare(folder.resolve("problems.txt"), problems.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyTheirOwnDecoderRecognisesDocuments(Path folder) throws IOException {
    var own = folder.getParent().getFileName().toString();
    var bytes = Files.readAllBytes(document(folder));
    assertThat(decoders().filter(decoder -> decoder.recognises(bytes)).map(Decoder::name))
        .containsExactly(own);
    assertThat(decoder(own).head(bytes).problems()).isEmpty();
  }

  @Test
  void leavesRegionalMessagesToTheirOwnReader() throws IOException {
    try (var examples = Files.list(Path.of("config/schema/examples"))) {
      for (var example : examples.toList()) {
        var bytes = Files.readAllBytes(example);
        assertThat(decoders()).as("%s", example).noneMatch(decoder -> decoder.recognises(bytes));
      }
    }
    var data = "{\"data\":{\"dispatchId\":\"CLSCLAPELIMAACN60012\",\"receptacles\":[";
    assertThat(decoders())
        .noneMatch(decoder -> decoder.recognises(data.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void anyBytesEndOnceInLocatedProblems(Decoder decoder) throws IOException {
    var random = new Random(7);
    var seeds = new ArrayList<byte[]>();
    for (var folder : cases().toList()) {
      if (folder.getParent().getFileName().toString().equals(decoder.name())) {
        seeds.add(Files.readAllBytes(document(folder)));
      }
    }
    for (int round = 0; round < 3000; round++) {
      var bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
      var read = read(decoder, bytes);
      assertThat(read.ends()).as("round %d", round).hasSize(1);
      assertThat(read.problems()).allMatch(problem -> problem.location() != null);
      decoder.head(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void saysSoWhenADocumentEndsEarly(Decoder decoder) throws IOException {
    var whole = Files.readAllBytes(document(ROOT.resolve(decoder.name()).resolve("sound")));
    for (int length = 1; length < whole.length - 2; length += 5) {
      var end = read(decoder, Arrays.copyOf(whole, length)).ends().getFirst();
      assertThat(end.problems())
          .as("%d bytes", length)
          .extracting(Problem::code)
          .containsAnyOf(ProblemCode.TRUNCATED, ProblemCode.UNREADABLE);
    }
  }

  @Test
  void theSameDocumentGivesTheSameMessages() throws IOException {
    for (var folder : cases().toList()) {
      var decoder = decoder(folder.getParent().getFileName().toString());
      var bytes = Files.readAllBytes(document(folder));
      assertThat(read(decoder, bytes)).isEqualTo(read(decoder, bytes));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ips-mailitem, samples/upu/ips_mailitem.SYNTHETIC.xml, ITEM_DECLARATION",
    "ips-event, samples/upu/ips_edi_data_emsevt.SYNTHETIC.json, TRACKING_EVENT",
    "ips-dispatch, samples/upu/ips_dispatch_import.SYNTHETIC.json, DISPATCH_PREADVICE",
    "ips-dispatch, samples/upu/predes_minimal.SYNTHETIC.json, DISPATCH_PREADVICE"
  })
  void readsTheSamplesOfTheStudy(String codec, String sample, MessageKind kind) throws IOException {
    var bytes = Files.readAllBytes(SharedFolder.path(sample));
    assertThat(decoder(codec).recognises(bytes)).isTrue();
    var first = read(decoder(codec), bytes).items().getFirst();
    assertThat(first.message()).as("%s", first.problems()).isNotNull();
    assertThat(first.message().kind()).isEqualTo(kind);
  }

  private static Decoder decoder(String name) {
    return decoders().filter(decoder -> decoder.name().equals(name)).findFirst().orElseThrow();
  }

  private static Path document(Path folder) {
    var json = folder.resolve("document.json");
    return Files.exists(json) ? json : folder.resolve("document.xml");
  }

  private static Read read(Decoder decoder, byte[] bytes) throws IOException {
    var read = new Read(new ArrayList<>(), new ArrayList<>());
    decoder.decode(
        new ByteArrayInputStream(bytes),
        CONTEXT,
        new Decoder.Sink() {
          @Override
          public void item(Decoded decoded) {
            read.items().add(decoded);
          }

          @Override
          public void end(DocumentEnd end) {
            read.ends().add(end);
          }
        });
    return read;
  }

  private static byte[] mutated(byte[] seed, Random random) {
    var bytes = seed.clone();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]<>\"/:,&;0".charAt(random.nextInt(13));
        default -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      }
    }
    return bytes;
  }

  private static void compare(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(file, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
  }
}
