package org.chasqui.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of a party's file are taken while the gateway runs. */
class ProfileWatchTest {
  @TempDir Path folder;

  @Test
  void anotherKeyOfTheConnectionNeedsARestart() throws Exception {
    var inUse = ExampleProfiles.load(folder);
    var file = folder.resolve("administrations/sr.yaml");
    var text = Files.readString(file);
    var changed = text.replace("key: \"env:CHASQUI_SR_KEY\"", "key: \"env:CHASQUI_SR_NEW\"");
    assertThat(changed).isNotEqualTo(text);
    var edition = inUse.edition();
    try (var watch =
        new ProfileWatch(
            folder,
            inUse,
            () -> Profiles.load(folder, Map.of(), CodecFormats.catalog()),
            texts -> {},
            Duration.ofMillis(20))) {
      Files.writeString(file, changed);

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !watch.refused().isEmpty() || inUse.edition() != edition);
      assertThat(watch.refused())
          .containsExactly("sr: a change of how it is connected needs a restart");
      assertThat(inUse.edition()).isSameAs(edition);
    }
  }
}
