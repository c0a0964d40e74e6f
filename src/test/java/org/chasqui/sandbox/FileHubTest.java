package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Transport;
import org.junit.jupiter.api.Test;

/** A hub that fetches files loses none of them. */
class FileHubTest {
  @Test
  void aFileThatIsRefusedIsSetAsideUnchanged() throws Exception {
    var transport =
        new Transport(
            "folder", "/nowhere", "/in", "POST", Map.of(), Duration.ofSeconds(5), Map.of());
    var answers = ConnectionsTest.response("pick-up", Map.of("folder", "/out"));
    var proof = new Authentication("none", Map.of());
    var profile = ConnectionsTest.profile("cu", transport, proof, answers);
    try (var sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Region.CONFIG))) {
      var in = Path.of(sandbox.environment().get("CHASQUI_HUB_CU"), "in");
      var part = Files.writeString(in.resolve("broken.json.part"), "{\"half\":");
      Files.move(part, in.resolve("broken.json"));

      var aside = in.resolve(FileHub.REFUSED).resolve("broken.json");
      await().until(() -> Files.exists(aside));
      assertThat(aside).hasContent("{\"half\":");
      assertThat(in.resolve("broken.json")).doesNotExist();
    }
  }
}
