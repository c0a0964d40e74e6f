package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProblemLine;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden cases, a folder each: {@code input.json} (a regional message or a batch), with {@code
 * earlier.json} (what was said before) where a document repeats that, to {@code expected} and
 * {@code losses.txt} for encoders; {@code answer} to {@code decisions.json} and {@code
 * problems.txt} for decoders. {@code -Dgolden.update=true} writes the expected files anew.
 */
class NationalGoldenTest {
  private static final Path ROOT = Path.of("src/test/resources/golden/national");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Stream<Path> declarations() throws IOException {
    return cases(NationalViews.ENCODERS.stream().map(codec -> codec.name()).toList(), "input");
  }

  static Stream<Path> answers() throws IOException {
    return cases(NationalViews.DECODERS.stream().map(codec -> codec.name()).toList(), "answer");
  }

  private static Stream<Path> cases(List<String> names, String file) throws IOException {
    var folders = new ArrayList<Path>();
    for (var name : names) {
      try (var list = Files.list(ROOT.resolve(name))) {
        folders.addAll(list.filter(folder -> Outcome.has(folder, file)).sorted().toList());
      }
    }
    return folders.stream().map(ROOT::relativize);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void writesTheDocumentAndItsLosses(Path folder) throws IOException {
    var codec = NationalViews.encoder(folder.getParent().toString());
    var input = Files.readAllBytes(ROOT.resolve(folder).resolve("input.json"));
    var encoded = codec.encode(messages(input), context(codec, ROOT.resolve(folder)));
    var losses = new StringBuilder();
    for (var carriage : encoded.carriages()) {
      losses.append(carriage.carried() ? "carried\n" : "left out\n");
      carriage.problems().forEach(problem -> losses.append("  ").append(ProblemLine.of(problem)));
    }
    var suffix = suffix(encoded.mediaType());
    var document = text(encoded);
    compare(folder.resolve("expected." + suffix), broken(document, suffix));
    compare(folder.resolve("losses.txt"), losses.toString());
  }

  private static String suffix(String mediaType) {
    if (mediaType.contains("xml")) {
      return "xml";
    }
    if (mediaType.startsWith("text/plain")) {
      return "txt";
    }
    return mediaType.contains("edifact") ? "edi" : "json";
  }

  /** In the character set that media type or document name. */
  private static String text(Encoded encoded) {
    var latin = new String(encoded.document(), StandardCharsets.ISO_8859_1);
    boolean isLatin =
        encoded.mediaType().contains("iso-8859-1")
            || latin.startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"");
    return isLatin ? latin : new String(encoded.document(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void readsTheDecisionsAndTheirProblems(Path folder) throws IOException {
    var codec = NationalViews.decoder(folder.getParent().toString());
    var bytes = Files.readAllBytes(Outcome.answer(ROOT.resolve(folder)));
    var outcome = Outcome.of(codec, new ByteArrayInputStream(bytes));
    var decisions = JSON.createArrayNode();
    var problems = new StringBuilder();
    for (var item : outcome.items()) {
      problems.append(item.position()).append(' ').append(item.businessKey()).append('\n');
      item.problems().forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
      if (item.message() != null) {
        decisions.add(JSON.readTree(new RegionalJson().write(item.message())));
      }
    }
    problems.append("end ").append(outcome.end().items()).append('\n');
    outcome
        .end()
        .problems()
        .forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
    compare(folder.resolve("decisions.json"), JSON.writeValueAsString(decisions) + "\n");
    compare(folder.resolve("problems.txt"), problems.toString());
  }

  private static EncodeContext context(Encoder codec, Path folder) throws IOException {
    var plain = NationalViews.encoding(codec);
    var file = folder.resolve("earlier.json");
    if (!Files.exists(file)) {
      return plain;
    }
    var earlier = new HashMap<String, List<RegionalMessage>>();
    for (var message : messages(Files.readAllBytes(file))) {
      earlier.computeIfAbsent(message.data().businessKey(), any -> new ArrayList<>()).add(message);
    }
    return new EncodeContext(plain.view(), plain.at(), plain.reference(), earlier);
  }

  private static List<RegionalMessage> messages(byte[] input) throws IOException {
    var tree = JSON.readTree(input);
    var messages = new ArrayList<RegionalMessage>();
    for (var node : tree.isArray() ? tree : JSON.createArrayNode().add(tree)) {
      messages.add(new RegionalJson().read(JSON.writeValueAsBytes(node)));
    }
    return messages;
  }

  /** The documents are written without line breaks; here each element starts a line. */
  private static String broken(String document, String suffix) throws IOException {
    if (suffix.equals("xml")) {
      return document.replace("><", ">\n<").stripTrailing() + "\n";
    }
    if (suffix.equals("edi") || suffix.equals("txt")) {
      return document;
    }
    return document.isEmpty() ? "" : document.replace(",\"", ",\n\"") + "\n";
  }

  private static void compare(Path file, String actual) throws IOException {
    var path = ROOT.resolve(file);
    if (UPDATE) {
      Files.writeString(path, actual);
    }
    assertThat(actual).as("%s", file).isEqualTo(Files.readString(path));
  }
}
