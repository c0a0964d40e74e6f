package org.chasqui.codec.upu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chasqui.codec.edifact.Definitions;

/** The layouts of the build and one of a type that no reading is written for, for tests. */
final class Layouts {
  private static final String UNREAD =
      """
      message: IFTMIN
      layout: test
      status: for tests
      segments: segments-d00a.yaml
      header: {version: D, release: 00A, agency: UN, association: M99}
      items: item
      content:
        - segment: BGM M 1
        - group: item M 99
          content:
            - segment: CNI M 1
      """;

  private Layouts() {}

  static Definitions withUnread(Path folder) throws IOException {
    try (var files = Files.list(Path.of("config/edifact"))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(folder.resolve("iftmin.yaml"), UNREAD);
    Files.writeString(
        folder.resolve("messages.yaml"), "  - iftmin.yaml\n", StandardOpenOption.APPEND);
    return Definitions.of(folder);
  }
}
