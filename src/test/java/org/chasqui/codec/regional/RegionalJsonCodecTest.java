package org.chasqui.codec.regional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegionalJsonCodecTest {
  private static final RegionalJsonCodec CODEC = Reading.CODEC;
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

    var read = Reading.of(bytes);

    assertThat(read.lines()).isEmpty();
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

    var read = Reading.of(text.getBytes(UTF_8));

    assertThat(read.lines())
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

    var read = Reading.of(text.getBytes(UTF_8));

    assertThat(read.lines()).contains(line);
    assertThat(read.items).hasSize(1);
    assertThat(read.items.getFirst().message()).isNull();
    assertThat(read.items.getFirst().businessKey()).isEqualTo("CP123456785CL");
  }

  @Test
  void saysWhatWasFoundAndWhatIsExpected() {
    var text = DECLARATION.replace("\"691200\"", "\"6912\"").replace("+51987654321", "987654321");

    var problems = Reading.of(text.getBytes(UTF_8)).items.getFirst().problems();

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

    var problems = Reading.of(text.getBytes(UTF_8)).items.getFirst().problems();

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

    var read = Reading.of(batch.getBytes(UTF_8));

    assertThat(read.items)
        .extracting(item -> item.message() != null)
        .containsExactly(true, false, false, true);
    assertThat(read.items).extracting(Decoded::position).containsExactly(1, 2, 3, 4);
    assertThat(read.end.items()).isEqualTo(4);
    assertThat(read.end.problems()).isEmpty();
    assertThat(read.lines())
        .contains("ERROR EAD-1201 /version", "ERROR EAD-1201 /grossMass/unitCode");
  }

  @Test
  void passesOverAByteOrderMark() {
    assertThat(Reading.of(("\uFEFF" + DECLARATION).getBytes(UTF_8)).lines()).isEmpty();
    assertThat(CODEC.recognises("\uFEFF {".getBytes(UTF_8))).isTrue();
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
    assertThat(Reading.of(two.document()).items).hasSize(2);
    assertThat(two.carriages()).hasSize(2).allMatch(carriage -> carriage.carried());
  }

  private static Arguments fault(String line, String from, String to) {
    return Arguments.of(line, from, to);
  }
}
