package org.chasqui.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed folder of a format is taken while it is in use, a broken one is not. */
class FormatWatchTest {
  @TempDir Path config;

  @BeforeEach
  void copyTheConfiguration() throws IOException {
    for (var part : List.of("formats", "schema", "edifact")) {
      var from = Path.of("config", part);
      try (Stream<Path> files = Files.walk(from)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var target = config.resolve(part).resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  private void change(String file, String from, String to) throws IOException {
    var path = config.resolve("formats/tere").resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void aBrokenFolderIsRefusedWithItsPlaceAndAMendedOneIsTaken() throws IOException {
    var loaded = Codecs.load(config);
    var encoder = loaded.registry().encoder("tere").orElseThrow();
    assertThat(encoder.batchLimit()).isEqualTo(200);
    try (var watch = new FormatWatch(loaded.folders(), List.of("tere"), Duration.ofMillis(50))) {
      change("format.yaml", "batch: 200", "batch: 300");
      change("write.xsl", "<medio><", "<medio<");
      await().atMost(Duration.ofMinutes(1)).until(() -> !watch.refused("tere").isEmpty());
      assertThat(watch.refused("tere").getFirst().text()).startsWith("tere/write.xsl:");
      assertThat(encoder.batchLimit()).isEqualTo(200);

      change("write.xsl", "<medio<", "<medio><");
      await().atMost(Duration.ofMinutes(1)).until(() -> encoder.batchLimit() == 300);
      assertThat(watch.refused("tere")).isEmpty();
    }
  }

  @Test
  void aFolderThatCanDoLessThanBeforeIsRefused() throws IOException {
    var loaded = Codecs.load(config);
    change("format.yaml", "batch: 200", "batch: 3");

    assertThat(loaded.folders().reload("tere"))
        .anySatisfy(fault -> assertThat(fault.text()).contains("writes.batch can do less"));
  }

  @Test
  void aFolderWhoseCasesFailIsRefused() throws IOException {
    var loaded = Codecs.load(config);
    change("write.xsl", "<primeraFraccion>N", "<primeraFraccion>S");

    assertThat(loaded.folders().reload("tere"))
        .anySatisfy(fault -> assertThat(fault.text()).startsWith("tere/cases/"));
  }
}
