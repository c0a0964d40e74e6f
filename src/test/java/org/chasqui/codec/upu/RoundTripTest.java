package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.ItemOrigin;
import org.chasqui.codec.edifact.MessageDefinition;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One suite for every message that is spoken: each has a sound and a broken golden case, and what
 * is read of it is written again and read as the same, but for what the writer says is lost.
 */
class RoundTripTest {
  private static final Path CASES = Path.of("src/test/resources/golden/upu");
  private static final int MUTATIONS = 6_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RegionalJson REGIONAL = new RegionalJson();

  /** The writer of each message; CONTRL is written of reports alone. */
  private static final Map<String, String> WRITERS =
      Map.ofEntries(
          Map.entry("ITMATT", "upu-itmatt"),
          Map.entry("CUSITM", "upu-cusitm"),
          Map.entry("CUSCAR", "cuscar-d96b"),
          Map.entry("CUSRSP", "upu-cusrsp"),
          Map.entry("CUSRES", "cusres-d96b"),
          Map.entry("EMSEVT", "upu-emsevt"),
          Map.entry("PREDES", "upu-predes"),
          Map.entry("PRECON", "upu-precon"),
          Map.entry("RESDES", "upu-resdes"),
          Map.entry("RESCON", "upu-rescon"),
          Map.entry("IFCSUM", "upu-cardit"),
          Map.entry("IFTSTA", "upu-resdit"),
          Map.entry("ITMREF", "upu-itmref"),
          Map.entry("REFRSP", "upu-refrsp"));

  /** Made by the gateway itself, of the interchange or of what else stands in the message. */
  private static final List<String> DERIVED =
      List.of("declarationId", "decisionId", "eventId", "preadviceId", "responseId");

  static List<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyMessageHasASoundAndABrokenCase() throws IOException {
    var sound = new LinkedHashSet<String>();
    var broken = new LinkedHashSet<String>();
    for (var name : cases()) {
      var reading = Reading.of(Files.readAllBytes(input(name)));
      var types = types(reading);
      boolean errors = reading.problems().stream().anyMatch(Problem::isError);
      (errors ? broken : sound).addAll(types);
    }
    var all = Definitions.builtIn().messages().stream().map(MessageDefinition::type).toList();
    assertThat(sound).containsAll(all);
    assertThat(broken).containsAll(all);
  }

  @Test
  void everyMessageThatIsReadIsWritten() {
    var all = Definitions.builtIn().messages().stream().map(MessageDefinition::type).toList();
    assertThat(WRITERS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(type -> !type.equals("CONTRL")).distinct().toList());
  }

  private static Set<String> types(Reading reading) {
    var types = new LinkedHashSet<String>();
    reading
        .report()
        .messages()
        .forEach(message -> types.add(String.valueOf(message.head().type())));
    return types;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatIsReadIsWrittenAndReadAsTheSame(String name) throws IOException {
    comesThrough(Files.readAllBytes(input(name)));
  }

  @Test
  void whatIsReadOfMutatedInterchangesIsWrittenAndReadAsTheSame() throws IOException {
    var random = new Random(77);
    var seeds = HostileInterchangeTest.seeds();
    int compared = 0;
    for (int round = 0; round < MUTATIONS; round++) {
      var seed = seeds.get(random.nextInt(seeds.size()));
      compared += comesThrough(HostileInterchangeTest.mutated(seed, random));
    }
    assertThat(compared).isGreaterThan(MUTATIONS / 10);
  }

  /** How many messages were compared. */
  private static int comesThrough(byte[] document) throws IOException {
    var byWriter = new LinkedHashMap<String, List<RegionalMessage>>();
    for (var item : Reading.of(document).items()) {
      var writer = item.message() == null ? null : writer(item);
      if (writer != null) {
        byWriter.computeIfAbsent(writer, name -> new ArrayList<>()).add(item.message());
      }
    }
    int compared = 0;
    for (var entry : byWriter.entrySet()) {
      compared += comesThrough(entry.getKey(), entry.getValue());
    }
    return compared;
  }

  private static String writer(Decoded item) {
    var type = ((ItemOrigin) item.origin()).message().type();
    // the end of an assessment is told as a referral and read as a decision
    return item.message().data() instanceof CustomsDecision && type.equals("ITMREF")
        ? "upu-cusrsp"
        : WRITERS.get(type);
  }

  /** As its sender would send it: authorities are named by the address of who decides or asks. */
  private static RegionalMessage sent(RegionalMessage message) {
    var name =
        switch (message.data()) {
          case CustomsDecision decision -> decision.authority().name();
          case CustomsReferral referral -> referral.authority().name();
          default -> null;
        };
    if (name == null || !name.matches("[A-Z0-9]{2,17}")) {
      return message;
    }
    var envelope = message.envelope();
    return new RegionalMessage(
        new Envelope(
            envelope.id(),
            "urn:lac-ead:party:CL:customs:" + name,
            envelope.kind(),
            envelope.subject(),
            envelope.time(),
            envelope.recipient(),
            envelope.correlationId(),
            null,
            false,
            Map.of()),
        message.data());
  }

  /** CUSCAR goes to customs, which no operator code stands for. */
  private static EncodeContext context(String writer) {
    return writer.equals("cuscar-d96b")
        ? new EncodeContext(
            Reading.view("gt", "urn:lac-ead:party:GT:customs:SAT", "GT", Map.of()),
            Writing.context().at(),
            "CHQ000000001")
        : Writing.context();
  }

  private static int comesThrough(String writer, List<RegionalMessage> read) throws IOException {
    var messages = read.stream().map(RoundTripTest::sent).toList();
    var encoded = Writing.encoder(writer).encode(messages, context(writer));
    var whole = new ArrayList<String>();
    boolean all = true;
    for (int i = 0; i < messages.size(); i++) {
      all &= encoded.carriages().get(i).problems().isEmpty() && isNamed(writer, messages.get(i));
      whole.add(plain(messages.get(i)));
      encoded
          .carriages()
          .get(i)
          .problems()
          .forEach(problem -> assertThat(problem.location()).isNotNull());
    }
    if (encoded.document().length == 0) {
      return 0;
    }
    var text = new String(encoded.document(), ISO_8859_1);
    var reading = Reading.of(encoded.document());
    assertThat(reading.problems()).as("%s", text).noneMatch(Problem::isError);
    if (all) {
      assertThat(reading.messages().stream().map(RoundTripTest::plain).toList())
          .as("%s", text)
          .containsExactlyInAnyOrderElementsOf(whole);
    }
    return all ? whole.size() : 0;
  }

  /** A declaration that does not say from and to whom gets the operators of the addresses. */
  private static boolean isNamed(String writer, RegionalMessage message) {
    return writer.equals("cuscar-d96b")
        || !(message.data() instanceof ItemDeclaration declaration)
        || (declaration.originOperatorCode() != null
            && declaration.destinationOperatorCode() != null);
  }

  private static String plain(RegionalMessage message) {
    try {
      var data = (ObjectNode) JSON.readTree(REGIONAL.writeData(message.data()));
      data.remove(DERIVED);
      if (data.path("authority") instanceof ObjectNode authority) {
        // that of the address of who decides, which a message may leave open
        authority.remove("name");
      }
      sorted(data);
      return data.toString();
    } catch (IOException e) {
      throw new IllegalStateException(new String(REGIONAL.writeData(message.data()), UTF_8), e);
    }
  }

  private static void sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var fields = new java.util.TreeMap<String, JsonNode>();
      object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      object.removeAll();
      object.setAll(fields);
    }
    node.forEach(RoundTripTest::sorted);
  }

  private static Path input(String name) {
    return CASES.resolve(name).resolve("input.edi");
  }
}
