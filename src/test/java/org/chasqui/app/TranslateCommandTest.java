package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslateCommandTest {
  private static final String SAMPLE = "samples/itmatt-cl-br.edi";

  @TempDir private Path folder;

  @Test
  void writesOneCloudEventALine() throws Exception {
    var result = Commands.run("translate", SAMPLE, "--to", "regional", "--json");

    assertThat(result.exitCode()).isZero();
    var lines = result.output().lines().toList();
    assertThat(lines).hasSize(1);
    var event = new ObjectMapper().readTree(lines.getFirst());
    assertThat(event.path("type").asText()).isEqualTo("lacead.item-declaration.submitted.v1");
    assertThat(event.path("subject").asText()).isEqualTo("CP123456785CL");
  }

  @ParameterizedTest
  @CsvSource({
    "br, \"numeroRemessa\":\"CP123456785CL\"",
    "jm, <Bol_reference>CP123456785CL</Bol_reference>",
    "pe, <FunctionalReferenceID>CP123456785CL</FunctionalReferenceID>",
    "ar, \"subject\":\"CP123456785CL\""
  })
  void writesTheDocumentOfAnAdministration(String party, String expected) {
    var result = Commands.run("translate", SAMPLE, "--to", "national", "--for", party);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains(expected);
  }

  @Test
  void translatesForTheDestinationWhenNoPartyIsNamed() {
    var named = Commands.run("translate", SAMPLE, "--to", "national", "--for", "br");
    var meant = Commands.run("translate", SAMPLE, "--to", "national");

    assertThat(meant.output()).isEqualTo(named.output());
  }

  @Test
  void saysLossesOnStandardErrorWithSeverityCodeLocationAndText() {
    var result =
        Commands.run("translate", SAMPLE, "--to", "national", "--for", "br", "--lang", "en");

    assertThat(result.errors().lines())
        .anyMatch(line -> line.matches("WARNING +EAD-4004 +CP123456785CL /localItemId +\\S.*"));
  }

  @Test
  void speaksTheLanguageAskedFor() {
    var english = Commands.run("translate", SAMPLE, "--to", "national", "--lang", "en").errors();
    var portuguese = Commands.run("translate", SAMPLE, "--to", "national", "--lang", "pt").errors();

    assertThat(portuguese).isNotEqualTo(english);
    assertThat(portuguese.lines().count()).isEqualTo(english.lines().count());
  }

  @Test
  void takesTheLanguageOfTheEnvironment() {
    assertThat(ConsoleLanguage.ofEnvironment(Map.of("LANG", "fr_HT.UTF-8")))
        .isEqualTo(Locale.FRENCH);
    assertThat(ConsoleLanguage.ofEnvironment(Map.of("LANG", "es_PE", "LC_ALL", "pt_BR")))
        .isEqualTo(Locale.of("pt"));
    assertThat(ConsoleLanguage.ofEnvironment(Map.of("LANG", "C"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void translatesGoodItemsWhenASiblingIsBad() throws Exception {
    var file = folder.resolve("three.edi");
    var bytes = Commands.run("generate", "--items", "3", "--from", "cl", "--to", "br").bytes();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var second = text.split("CNI\\+2\\+")[1].substring(0, 13);
    char digit = second.charAt(10);
    var broken = second.substring(0, 10) + (digit == '9' ? '0' : (char) (digit + 1)) + "CL";
    Files.writeString(file, text.replace(second, broken), StandardCharsets.ISO_8859_1);

    var result = Commands.run("translate", file.toString(), "--to", "regional", "--json");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output().lines()).hasSize(2);
    assertThat(result.errors()).contains("EAD-2001  " + broken + " /itemId");
  }

  @Test
  void readsBackWhatItWroteAsRegionalMessages() throws Exception {
    var file = folder.resolve("event.json");
    Files.write(file, Commands.run("translate", SAMPLE, "--to", "regional", "--json").bytes());

    var result = Commands.run("translate", file.toString(), "--to", "itmatt");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("CNI+1+CP123456785CL'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "UNB+", "\u0000\u0001\u0002", "{\"a\":", "UNA:+.? '"})
  void saysWhatIsWrongWithADocumentThatIsNone(String text) {
    var result =
        Commands.run(text.getBytes(StandardCharsets.UTF_8), "translate", "-", "--to", "regional");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).startsWith("ERROR").contains("EAD-1");
    assertThat(result.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translate no-such-file.edi --to regional",
        "translate samples --to regional",
        "translate samples/itmatt-cl-br.edi",
        "translate samples/itmatt-cl-br.edi --to latin",
        "translate samples/itmatt-cl-br.edi --to national --for zz",
        "translate samples/itmatt-cl-br.edi --to national --json",
        "translate samples/itmatt-cl-br.edi --to regional --lang de",
        "check",
        "generate --faults 2",
        "generate --items 0",
        "generate --to zz",
        "no-such-command",
        ""
      })
  void refusesWrongUseWithExitCodeTwoAndAReason(String line) {
    var result = Commands.run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.errors()).isNotBlank().doesNotContain("Exception");
  }
}
