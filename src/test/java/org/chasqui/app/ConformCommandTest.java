package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance kit passes the simulated hubs and finds a hub that misbehaves. */
class ConformCommandTest {
  @TempDir Path folder;

  /**
   * Cuba: pushed regional JSON; Jamaica: asked by item; Brazil: by protocol; Paraguay: a folder,
   * over SOAP with a ticket, a signature and encryption; Chile: SOAP, one signed item a document.
   */
  @ParameterizedTest
  @ValueSource(strings = {"cu", "jm", "py", "cl"})
  void noCaseFailsAtASimulatedHub(String party) throws IOException {
    var report = folder.resolve("report.json");

    var result = Commands.run("conform", party, "--seed", "7", "--report", report.toString());

    assertThat(result.output()).as(result.errors()).contains(" failed=0 ");
    assertThat(result.exitCode()).isZero();
    var written = new ObjectMapper().readTree(report.toFile());
    assertThat(written.path("passed").asInt()).isGreaterThan(10);
    assertThat(written.path("cases").get(0).path("exchanges").get(0).path("requestSha256").asText())
        .matches("[0-9a-f]{64}");
    assertThat(Files.readString(report)).doesNotContain("Bearer ", "Authorization");
  }

  @Test
  void aHubThatLetsEverybodyInAndTakesEverythingFailsNamedCases() throws IOException {
    var report = folder.resolve("report.html");
    try (var hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"1\"}"))) {
      var result =
          Commands.run(
              "conform",
              "cu",
              "--address",
              hub.address(),
              "--cases",
              "released,malformed-document,invalid-item",
              "--patience",
              "1",
              "--report",
              report.toString());

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.output())
          .containsPattern("released +FAILED +within 1 s no decision")
          .containsPattern("malformed-document +FAILED +taken")
          .containsPattern("invalid-item +FAILED +taken, and not refused");
      assertThat(Files.readString(report)).contains("<td class=\"FAILED\">", "sha256");
    }
  }

  @Test
  void aSecretThatIsNotSetFailsACaseAndIsNotTakenForADocumentThatCannotBeSent() {
    var result =
        Commands.run(
            "conform", "py", "--address", "http://127.0.0.1:1", "--cases", "malformed-document");
    assertThat(result.output())
        .containsPattern(
            "malformed-document +FAILED +secret not set: environment variable CHASQUI_PY_KEY");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void wrongUseIsToldAsSuch() {
    assertThat(Commands.run("conform", "xx").exitCode()).isEqualTo(2);
    assertThat(Commands.run("conform", "jm", "--cases", "none").exitCode()).isEqualTo(2);
    assertThat(Commands.run("conform", "jm", "--report", "a.pdf").exitCode()).isEqualTo(2);
    assertThat(Commands.run("sandbox", "--only", "xx").exitCode()).isEqualTo(2);
  }
}
