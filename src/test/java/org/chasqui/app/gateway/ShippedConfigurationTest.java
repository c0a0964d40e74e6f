package org.chasqui.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.chasqui.connector.CodecCatalog;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.Test;

/** The configuration that is shipped fits the formats that are shipped. */
class ShippedConfigurationTest {
  private static final Path CONFIG = Path.of("config");

  @Test
  void everyPartyNamesAFormatThatExistsWithTheSettingsItNeeds() throws Exception {
    var profiles = Profiles.load(CONFIG, Map.of(), new CodecCatalog(Codecs.all(CONFIG)));
    assertThat(profiles.administrations()).hasSize(22);
    assertThat(profiles.operators()).hasSizeGreaterThanOrEqualTo(22);
  }
}
