package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conformance kit with hubs that are reached by files, and by SOAP with two proofs. */
class ConformFilesTest {
  @TempDir Path home;

  /** Cuba reached as the example shows. */
  private Commands.Result conform(String example, String country, String change, String... more)
      throws IOException {
    var shown = Files.readString(Path.of("docs/connections").resolve(example));
    var text = shown.replace(country, "CU");
    var parts = change.split(" => ");
    assertThat(text).contains(parts[0]);
    return conformAs("cu", text.replace(parts[0], parts[1]), more);
  }

  private Commands.Result conformAs(String party, String profile, String... more)
      throws IOException {
    copy(Path.of("config"), home.resolve("config"));
    Files.writeString(home.resolve("config/administrations/" + party + ".yaml"), profile);
    var before = System.getProperty("chasqui.home");
    System.setProperty("chasqui.home", home.toString());
    try {
      var arguments = Stream.concat(Stream.of("conform", party), Stream.of(more));
      return Commands.run(arguments.toArray(String[]::new));
    } finally {
      if (before == null) {
        System.clearProperty("chasqui.home");
      } else {
        System.setProperty("chasqui.home", before);
      }
    }
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "gd-folder.yaml,GD,after: delete => after: move",
    "lc-sftp.yaml,LC,after: move => after: delete",
    "lc-sftp.yaml,LC,password: => key:",
    "sv-soap.yaml,SV,passwordType: digest => passwordType: text",
    "bb-signed.yaml,BB,rsa-sha256 => rsa-sha1",
  })
  void noCaseFailsAtASimulatedHub(String example, String country, String change)
      throws IOException {
    var report = home.resolve("report.json");
    var result = conform(example, country, change, "--seed", "7", "--report", report.toString());

    assertThat(result.output()).as(result.errors()).contains(" failed=0 ");
    var written = new ObjectMapper().readTree(report.toFile());
    assertThat(written.path("passed").asInt()).isGreaterThan(8);
    assertThat(Files.readString(report)).doesNotContain("PRIVATE KEY", "BEGIN CERT");
  }

  @Test
  void aServerThatLetsNoStrangerInPassesTheCaseOfAWrongSecret() throws IOException {
    var only = new String[] {"--cases", "authentication-refused"};
    assertThat(conform("lc-sftp.yaml", "LC", "after: move => after: delete", only).output())
        .containsPattern("authentication-refused +PASSED +the login was refused");
  }

  @Test
  void anAdministrationOfACountryWithoutTrafficOfItsOwnIsHeldAgainstTheCases() throws IOException {
    var profile = Files.readString(Path.of("docs/connections/gd-folder.yaml"));
    assertThat(conformAs("gd", profile, "--cases", "released").output())
        .containsPattern("released +PASSED +decided RELEASED");
  }

  @Test
  void aFolderFromWhichNobodyFetchesFails() throws IOException {
    Files.createDirectories(home.resolve("files/in"));
    Files.createDirectories(home.resolve("files/out"));
    var only =
        new String[] {
          "--cases", "released", "--patience", "1", "--address", home.resolve("files").toString()
        };
    var result = conform("gd-folder.yaml", "GD", "after: delete => after: move", only);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).containsPattern("released +FAILED +within 1 s no decision");
    try (var left = Files.list(home.resolve("files/in"))) {
      assertThat(left).hasSize(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
