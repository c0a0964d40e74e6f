package org.chasqui.codec.regional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegionalJsonCodecTest {
  private static final Path EXAMPLES = Path.of("config/schema/examples");
  private final RegionalJsonCodec codec = new RegionalJsonCodec(SchemaValidator.bundled());
  private final RegionalJson json = new RegionalJson();

  static List<Path> examples() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.filter(file -> !file.endsWith("problem.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsEveryExampleWithoutAProblemAndWritesTheSameJson(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);

    var read = decode(bytes);

    assertThat(read.items).hasSize(1);
    assertThat(read.items.getFirst().problems()).isEmpty();
    assertThat(read.end.problems()).isEmpty();
    var message = read.items.getFirst().message();
    var mapper = RegionalJson.mapper();
    assertThat(mapper.readTree(json.write(message))).isEqualTo(mapper.readTree(bytes));
    assertThat(json.read(json.write(message))).isEqualTo(message);
  }

  @Test
  void refusesAPropertyGivenTwice() {
    var text = "{\"id\":\"a\",\"data\":{\"x\":[{\"y\":1,\"y\":2}]}}";

    var read = decode(text.getBytes(UTF_8));

    assertThat(lines(read)).contains("EAD-1201 /x/0/y given once");
  }

  private static List<String> lines(Read read) {
    var lines = new ArrayList<String>();
    read.items.forEach(
        item ->
            item.problems()
                .forEach(
                    problem ->
                        lines.add(
                            problem.code().code()
                                + " "
                                + problem.location().text()
                                + " "
                                + problem.expected())));
    return lines;
  }

  private Read decode(byte[] bytes) {
    var read = new Read();
    try {
      codec.decode(new ByteArrayInputStream(bytes), null, read);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return read;
  }

  /** Collects what a decoder hands on. */
  static final class Read implements Decoder.Sink {
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
}
