package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of the administrations says what the profiles say. */
class AdministrationsPageTest {
  private static final Path PAGE = Path.of("docs/administrations.md");
  private static final String COMMAND =
      "mvn test -Dtest=AdministrationsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dchasqui.write-pages=true";

  @Test
  void isUpToDate() throws Exception {
    var profiles = Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog());
    var page = new AdministrationsPage(profiles).write();
    if (Boolean.getBoolean("chasqui.write-pages")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("%s is not what the profiles say; write it anew with: %s", PAGE, COMMAND)
        .isEqualTo(page);
  }
}
