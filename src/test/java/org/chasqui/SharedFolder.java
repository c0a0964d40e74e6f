package org.chasqui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The folder of standards beside the repository; tests that need it are skipped without it. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder in it; skips the test when it is not there. */
  public static Path path(String relative) {
    for (var root : List.of("../shared", "../../shared")) {
      var path = Path.of(root).resolve(relative);
      if (Files.exists(path)) {
        return path;
      }
    }
    Assumptions.abort("no shared folder beside the repository: " + relative);
    return null;
  }
}
