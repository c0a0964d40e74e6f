package org.chasqui.codec.regional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCheckerTest {
  private static final SchemaValidator VALIDATOR = SchemaValidator.bundled();
  private static final RecordChecker CHECKER = RecordChecker.bundled();
  private static final String[] TEXTS = {
    "",
    " ",
    "\t",
    "X",
    "ab",
    "CL",
    "cl",
    "CL\n",
    "CLA",
    "CLSCLA",
    "CLSCL",
    "0",
    "0.0",
    "00",
    "1.2345",
    "12.50",
    "-1",
    "1e3",
    "999999999999999999",
    "CP123456785CL",
    "610910",
    "6109",
    "CL-RM",
    "es-PE",
    "2026-03-01",
    "2026-02-30",
    "2026-03-01T14:30:00Z",
    "2026-03-01T14:30:00",
    "2026-03-01T14:30Z",
    "2026-03-01T14:30:00.123-03:00",
    "2026-02-29T14:30:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T14:30:60Z",
    "2026-03-01t14:30:00z",
    "2026-03-01T14:30:00+14:00",
    "2026-03-01T14:30:00+25:00",
    "2024-02-29T00:00:00Z",
    "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
    "0197F0C0-A1B2-7C3D-8E4F-5A6B7C8D9E02",
    "0197f0c0-a1b2",
    "KGM",
    "LBR",
    "RFI",
    "/contents/1",
    "contents/1",
    "urn:lac-ead:party:CL:post:CLA",
    "a b",
    "http://x/y",
    "http://[",
    "%%%",
    "+56221234567",
    "a@b.example",
    "a@b",
    "HS2022",
    "CLSCLAPELIMAACN60012",
    "CLSCLAPELIMAACN60012001100125",
    "ñandú de cerámica",
    "😀😀",
    "\u00a0",
    "\u2003",
    "x".repeat(35),
    "x".repeat(36),
    "x".repeat(70),
    "x".repeat(71),
    "x".repeat(140),
    "x".repeat(141),
    "x".repeat(513),
    "😀".repeat(70),
    "A".repeat(17)
  };

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void checksEveryKindWithoutMakingJson(MessageKind kind) {
    assertThat(CHECKER.compiles(kind)).isTrue();
  }

  @Test
  void findsTheSameFaultsAsTheSchemaInMutatedMessages() throws JsonProcessingException {
    var seen = new java.util.TreeSet<String>();
    for (var file : Examples.files()) {
      var message = Examples.message(file.getFileName().toString());
      for (var seed = 0; seed < 1500; seed++) {
        var mutated = mutated(message, new Random(seed));

        var fast = CHECKER.check(mutated);

        JsonNode tree = RegionalJson.mapper().valueToTree(mutated);
        assertThat(fast)
            .as("%s seed %s: %s", file.getFileName(), seed, tree)
            .containsExactlyInAnyOrderElementsOf(VALIDATOR.check(mutated.kind(), tree));
        fast.forEach(problem -> seen.add(String.valueOf(problem.expected())));
      }
    }
    assertThat(seen).hasSizeGreaterThan(40);
  }

  @Test
  void judgesExtensionsByTheirJson() {
    var extended =
        Examples.declaration().toBuilder()
            .extensions(java.util.Map.of("Not a name", java.util.Map.of()))
            .build();

    assertThat(CHECKER.check(extended)).extracting(Problem::isError).containsExactly(true);
  }

  /** The message with up to four of its values changed or taken away. */
  private static RegionalData mutated(RegionalMessage message, Random random)
      throws JsonProcessingException {
    ObjectNode tree = RegionalJson.mapper().valueToTree(message.data());
    for (var i = random.nextInt(4); i >= 0; i--) {
      mutate(tree, random);
    }
    return RegionalJson.data(message.kind(), tree);
  }

  private static void mutate(JsonNode tree, Random random) {
    var containers = new ArrayList<JsonNode>();
    collect(tree, containers);
    var target = containers.get(random.nextInt(containers.size()));
    if (target instanceof ArrayNode array) {
      if (array.size() > 0 && random.nextBoolean()) {
        array.remove(random.nextInt(array.size()));
      } else if (array.size() > 0) {
        array.add(array.get(0).deepCopy());
      }
      return;
    }
    var object = (ObjectNode) target;
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    var name = names.get(random.nextInt(names.size()));
    var value = object.get(name);
    if (random.nextInt(3) == 0) {
      object.remove(name);
    } else if (value.isInt()) {
      object.put(name, List.of(0, -1, 1, 2, 1_000_000_000).get(random.nextInt(5)));
    } else if (value.isTextual() && !isEnum(value.textValue(), name)) {
      object.put(name, TEXTS[random.nextInt(TEXTS.length)]);
    } else if (name.equals("function")) {
      object.put(name, List.of("ORIGINAL", "AMENDMENT", "CANCELLATION").get(random.nextInt(3)));
    } else if (name.equals("status") && object.has("decidedAt")) {
      object.put(name, List.of("HELD", "DUTY_ASSESSED", "RELEASED").get(random.nextInt(3)));
    } else if (name.equals("itemCategory")) {
      object.put(name, List.of("OTHER", "GIFT").get(random.nextInt(2)));
    } else if (name.equals("type")) {
      object.put(name, List.of("RFI", "RFS", "DNL", "AMD").get(random.nextInt(4)));
    }
  }

  private static boolean isEnum(String text, String name) {
    return text.matches("[A-Z0-9_]{3,}") && !name.endsWith("Code") && !name.endsWith("Id")
        || name.equals("agencyType")
        || name.equals("statusCode") && text.equals("DUE");
  }

  private static void collect(JsonNode tree, List<JsonNode> containers) {
    if (tree.isContainerNode()) {
      containers.add(tree);
      tree.forEach(child -> collect(child, containers));
    }
  }
}
