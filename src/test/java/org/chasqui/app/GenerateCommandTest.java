package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private Path folder;

  @Test
  void givesTheSameBytesForTheSameSeed() {
    var once = Commands.run("generate", "--items", "50", "--seed", "7", "--faults", "0.2");
    var again = Commands.run("generate", "--items", "50", "--seed", "7", "--faults", "0.2");
    var other = Commands.run("generate", "--items", "50", "--seed", "8", "--faults", "0.2");

    assertThat(again.bytes()).isEqualTo(once.bytes());
    assertThat(other.bytes()).isNotEqualTo(once.bytes());
  }

  @Test
  void writesOneFileAnInterchange() throws IOException {
    var result =
        Commands.run(
            "generate", "--items", "25", "--interchange-size", "10", "--out", folder.toString());

    assertThat(result.exitCode()).isZero();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".edi"));
    }
  }

  @Test
  void writesMoreItemsThanOneMessageHoldsAsSeveralMessages() {
    var traffic = Commands.run("generate", "--items", "2100", "--interchange-size", "2100");
    var text = new String(traffic.bytes(), StandardCharsets.ISO_8859_1);

    assertThat(text).contains("UNH+3+").contains("UNZ+3+").doesNotContain("UNH+4+");
    var result = Commands.run(traffic.bytes(), "check", "-");
    assertThat(result.output()).isEqualTo("good=2100 errors=0 warnings=0 notes=0\n");
  }

  @Test
  void writesRegionalMessages() {
    var traffic = Commands.run("generate", "--items", "5", "--format", "regional");

    var result = Commands.run(traffic.bytes(), "check", "-");

    assertThat(result.errors()).isEmpty();
    assertThat(result.output()).startsWith("good=5 ");
  }
}
