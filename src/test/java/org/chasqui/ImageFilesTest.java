package org.chasqui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The image and its compose file, as far as they can be held against the project without Docker.
 */
class ImageFilesTest {
  private static final Pattern COPIED =
      Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(.+) \\S+$");
  private static final Pattern VARIABLE = Pattern.compile("CHASQUI_[A-Z_]+");

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
