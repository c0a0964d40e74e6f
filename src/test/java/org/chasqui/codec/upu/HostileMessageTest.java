package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a regional message of the schema says, a writer gives an interchange that is read
 * without an error, or leaves the message out and says where and why: no exception, nothing that
 * breaks the segments around it.
 */
class HostileMessageTest {
  private static final Path EXAMPLES = Path.of("config/schema/examples");
  private static final Path CASES = Path.of("src/test/resources/golden/upu");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RecordChecker CHECKER = RecordChecker.bundled();
  private static final int ROUNDS = 1_500;
  private static final List<String> TEXTS =
      List.of(
          "it's: 100 % +1? 'UNT+9+1'",
          "a\nline\tand more",
          "ÁÉ ñ ß € – “x” 漢字 🐎 e\u0301",
          "x".repeat(400),
          "word ".repeat(90).strip(),
          "??'+:",
          "0",
          "@");

  static List<String> writers() {
    return UpuCodecs.all().stream()
        .filter(Encoder.class::isInstance)
        .map(codec -> codec.name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void whateverTheMessageSaysTheInterchangeIsSound(String writer) throws IOException {
    var encoder = Writing.encoder(writer);
    var seeds = seeds(encoder);
    assertThat(seeds).isNotEmpty();
    var random = new Random(writer.hashCode());
    int carried = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var message = mutated(seeds.get(random.nextInt(seeds.size())), random);
      if (message == null || !CHECKER.check(message.data()).isEmpty()) {
        continue;
      }
      var encoded = encoder.encode(List.of(message), Writing.context());
      var carriage = encoded.carriages().getFirst();
      carriage.problems().forEach(problem -> assertThat(problem.location()).isNotNull());
      assertThat(carriage.carried())
          .isEqualTo(carriage.problems().stream().noneMatch(Problem::isError));
      if (carriage.carried()) {
        carried++;
        var text = new String(encoded.document(), ISO_8859_1);
        var reading = Reading.of(encoded.document());
        assertThat(reading.problems()).as("%s", text).noneMatch(Problem::isError);
        assertThat(reading.messages()).as("%s", text).isNotEmpty();
      }
    }
    assertThat(carried).as("messages that were written").isGreaterThan(ROUNDS / 100);
  }

  /** The examples of the schema, and what is read of the golden cases, of the writer's kind. */
  private static List<ObjectNode> seeds(Encoder encoder) throws IOException {
    var seeds = new ArrayList<ObjectNode>();
    try (var files = Files.list(EXAMPLES)) {
      for (var file : files.sorted().toList()) {
        var tree = (ObjectNode) JSON.readTree(file.toFile());
        if (tree.has("specversion")) {
          add(seeds, tree, encoder);
        }
      }
    }
    for (var name : RoundTripTest.cases()) {
      var input = Files.readAllBytes(CASES.resolve(name).resolve("input.edi"));
      for (var message : Reading.of(input).messages()) {
        add(seeds, (ObjectNode) JSON.readTree(new RegionalJson().write(message)), encoder);
      }
    }
    return seeds;
  }

  private static void add(List<ObjectNode> seeds, ObjectNode tree, Encoder encoder)
      throws IOException {
    var message = new RegionalJson().read(JSON.writeValueAsBytes(tree));
    if (encoder.encodes().contains(message.kind())) {
      seeds.add(tree);
    }
  }

  private static RegionalMessage mutated(ObjectNode seed, Random random) throws IOException {
    var tree = seed.deepCopy();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      change(tree.path("data"), random);
    }
    try {
      return new RegionalJson().read(JSON.writeValueAsBytes(tree));
    } catch (IllegalArgumentException notOfTheRecords) {
      return null;
    }
  }

  private static void change(JsonNode node, Random random) {
    var at = node;
    while (at.isContainerNode() && !at.isEmpty()) {
      int index = random.nextInt(at.size());
      if (at instanceof ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.get(index);
        if (!object.get(name).isContainerNode() || random.nextInt(6) == 0) {
          change(object, name, random);
          return;
        }
        at = object.get(name);
      } else {
        if (random.nextInt(6) == 0) {
          ((ArrayNode) at).add(at.get(index).deepCopy());
          return;
        }
        at = at.get(index);
      }
    }
  }

  private static void change(ObjectNode object, String name, Random random) {
    if (random.nextInt(4) == 0) {
      object.remove(name);
    } else if (object.get(name).isTextual()) {
      object.set(name, TextNode.valueOf(TEXTS.get(random.nextInt(TEXTS.size()))));
    } else if (object.get(name).isNumber()) {
      object.put(name, List.of(0, 1, 99_999, Integer.MAX_VALUE).get(random.nextInt(4)));
    }
  }
}
