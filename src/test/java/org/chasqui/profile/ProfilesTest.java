package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parties in use when their files are read again. */
class ProfilesTest {
  @TempDir Path folder;

  @Test
  void aPartyWhoseFileSaysTheSameStaysTheSameObjectWhenAnotherIsReplaced() throws Exception {
    var inUse = ExampleProfiles.load(folder);
    var before = inUse.all();
    var edition = inUse.edition();
    var file = folder.resolve("administrations/mx.yaml");
    Files.writeString(
        file, Files.readString(file).replace("path: /v1/declarations", "path: /v2/declarations"));

    inUse.replace(Profiles.load(folder, Map.of(), CodecFormats.catalog()));

    assertThat(inUse.edition()).isNotSameAs(edition);
    assertThat(inUse.all()).hasSameSizeAs(before);
    for (var former : before) {
      var now = inUse.byId(former.id()).orElseThrow();
      if (former.id().equals("mx")) {
        assertThat(now.transport().path()).isEqualTo("/v2/declarations");
      } else {
        assertThat(now).as(former.id()).isSameAs(former);
      }
    }
  }
}
