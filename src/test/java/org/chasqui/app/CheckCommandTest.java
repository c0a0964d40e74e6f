package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @Test
  void findsNothingInAGoodInterchange() {
    var result = Commands.run("check", "samples/itmatt-cl-br.edi");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).isEqualTo("good=1 errors=0 warnings=0 notes=0\n");
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void findsNothingInGeneratedTrafficWithoutFaults() {
    var traffic = Commands.run("generate", "--items", "200", "--interchange-size", "200");

    var result = Commands.run(traffic.bytes(), "check", "-");

    assertThat(result.errors()).isEmpty();
    assertThat(result.output()).isEqualTo("good=200 errors=0 warnings=0 notes=0\n");
  }

  @Test
  void findsEveryKindOfFaultOfGeneratedTraffic() {
    var traffic =
        Commands.run(
            "generate",
            "--items",
            "400",
            "--interchange-size",
            "400",
            "--faults",
            "0.5",
            "--to",
            "cl");

    var result = Commands.run(traffic.bytes(), "check", "-", "--lang", "en");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors())
        .contains(
            "EAD-1301",
            "EAD-1302",
            "EAD-1305",
            "EAD-2001",
            "EAD-2101",
            "EAD-2102",
            "EAD-2103",
            "EAD-2104",
            "EAD-2105",
            "EAD-2106",
            "EAD-2107");
  }

  @Test
  void saysThatATruncatedInterchangeEndsEarly() {
    var whole = Commands.run("generate", "--items", "2").bytes();
    var half = new String(whole, 0, whole.length / 2, StandardCharsets.ISO_8859_1);

    var result = Commands.run(half.getBytes(StandardCharsets.ISO_8859_1), "check", "-");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("EAD-1005");
  }

  @Test
  void findsNothingInTheDefinitionsOfTheBuild() {
    var result = Commands.run("check", "--definitions");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).isEqualTo("faults=0\n");
  }

  @Test
  void saysWhatIsWrongWithDefinitionsAndWhere(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("messages.yaml"), "messages:\n  - itmatt.yaml\n");

    var result = Commands.run("check", "--definitions", folder.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).isEqualTo("itmatt.yaml: the file must be a file of the folder\n");
    assertThat(result.output()).isEqualTo("faults=1\n");
  }

  @Test
  void wantsAFileOrDefinitions() {
    assertThat(Commands.run("check").exitCode()).isEqualTo(2);
    assertThat(Commands.run("check", "-", "--definitions").exitCode()).isEqualTo(2);
    assertThat(Commands.run("check", "--definitions", "nowhere").exitCode()).isEqualTo(2);
  }
}
