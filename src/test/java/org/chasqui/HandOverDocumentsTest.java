package org.chasqui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Documents and files that nothing else of the build would find out to be wrong. */
class HandOverDocumentsTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");
  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(.+) \\S+$");
  private static final Pattern VARIABLE = Pattern.compile("CHASQUI_[A-Z_]+");

  @Test
  void theThreatModelNamesOnlyWhatExists() throws IOException {
    var named =
        NAME.matcher(Files.readString(Path.of("docs/threat-model.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(classes()).containsAll(named);
  }

  private static Set<String> classes() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void theImageCopiesOnlyWhatIsThere() throws IOException {
    var copied =
        COPIED
            .matcher(Files.readString(Path.of("Dockerfile")))
            .results()
            .flatMap(line -> Arrays.stream(line.group(1).split(" ")))
            .toList();
    assertThat(copied).contains("chasqui", "config", "routes", "docker/healthy");
    assertThat(copied).allSatisfy(path -> assertThat(Path.of(path)).exists());
    assertThat(Path.of("docker/healthy")).isExecutable();
  }

  @Test
  void theImageSetsOnlyVariablesThatTheGatewayReads() throws IOException {
    var settings = Files.readString(Path.of("config/application.properties"));
    for (var file : new String[] {"Dockerfile", "docker/compose.yaml", "docker/healthy"}) {
      assertThat(VARIABLE.matcher(Files.readString(Path.of(file))).results())
          .allSatisfy(
              found ->
                  assertThat(settings)
                      .as(file)
                      .contains(found.group().toLowerCase(Locale.ROOT).replace('_', '.') + " ="));
    }
  }

  @Test
  void theServicesOfComposeUseTheImageAndTheDoorsPort() throws IOException {
    var compose =
        new ObjectMapper(new YAMLFactory()).readTree(Path.of("docker/compose.yaml").toFile());
    var services = compose.path("services");
    assertThat(services.size()).isEqualTo(2);
    assertThat(services)
        .allSatisfy(each -> assertThat(each.path("build").asText()).isEqualTo(".."));
    assertThat(services.path("sandbox").path("ports").path(0).asText())
        .isEqualTo("127.0.0.1:8080:8080");
    assertThat(services.path("gateway").path("network_mode").asText()).isEqualTo("service:sandbox");
    assertThat(Files.readString(Path.of("config/application.properties")))
        .contains("chasqui.port = 8080");
  }
}
