package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code golden/profiles} holds a profile or rates and the faults that must be told
 * of it, one a line: file, line, key, rule and value.
 */
class ProfileFaultsTest {
  private static final Path CASES = Path.of("src/test/resources/golden/profiles");

  @TempDir private Path config;

  static Stream<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsEveryFaultWithFileKeyRuleAndValue(String name) throws Exception {
    place(CASES.resolve(name));
    var thrown = catchThrowableOfType(ConfigurationException.class, this::load);
    var faults =
        thrown == null
            ? List.<String>of()
            : thrown.faults().stream().map(ConfigurationFault::text).toList();
    assertThat(faults).isEqualTo(Files.readAllLines(CASES.resolve(name).resolve("expected.txt")));
  }

  @Test
  void saysAllFaultsInOneMessage() throws Exception {
    place(CASES.resolve("values"));
    var thrown = catchThrowableOfType(ConfigurationException.class, this::load);
    assertThat(thrown).hasMessageContaining("must be an ISO 4217 code, found 'XXX1'");
    assertThat(thrown.getMessage().lines()).hasSize(thrown.faults().size() + 1);
  }

  private Profiles load() throws ConfigurationException {
    return Profiles.load(config, Map.of("CHASQUI_SET", "http://set.example"), new StatedFormats());
  }

  /** A file whose name has three letters is an operator's. */
  private void place(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> !each.endsWith("expected.txt")).toList()) {
        var name = file.getFileName().toString();
        var target = folderOf(name);
        Files.createDirectories(config.resolve(target));
        Files.copy(file, config.resolve(target).resolve(name));
      }
    }
  }

  private static String folderOf(String name) {
    if (name.endsWith(".csv")) {
      return "rates";
    }
    return name.startsWith("check-digits")
        ? "codelists"
        : name.length() == "xx.yaml".length() ? "administrations" : "operators";
  }
}
