package org.chasqui.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The shipped profiles and those that the documentation gives as examples. */
public final class ExampleProfiles {
  private static final Path EXAMPLES = Path.of("docs/formats/examples");

  private static final Path CONNECTIONS = Path.of("docs/connections");

  private ExampleProfiles() {}

  /** Loads them from a copy of the configuration. */
  public static Profiles load(Path folder) throws IOException, ConfigurationException {
    copy(Path.of("config"), folder);
    var customs = folder.resolve("administrations").resolve("tt.yaml");
    Files.copy(EXAMPLES.resolve("upu-cds-customs.yaml"), customs);
    var post = folder.resolve("operators").resolve("tta.yaml");
    Files.copy(EXAMPLES.resolve("upu-cds-post.yaml"), post);
    try (var connections = Files.list(CONNECTIONS)) {
      for (var example : connections.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        var name = example.getFileName().toString().substring(0, 2) + ".yaml";
        Files.copy(example, folder.resolve("administrations").resolve(name));
      }
    }
    return Profiles.load(folder, Map.of(), CodecFormats.catalog());
  }

  /** The same with an example of each national format that no shipped profile names. */
  public static Profiles national(Path folder) throws IOException, ConfigurationException {
    copy(Path.of("config"), folder);
    var administrations = folder.resolve("administrations");
    for (var example : List.of("ar-arca.yaml", "co-muisca.yaml", "mx-vucem.yaml")) {
      var party = administrations.resolve(example.substring(0, 2) + ".yaml");
      Files.copy(EXAMPLES.resolve(example), party, StandardCopyOption.REPLACE_EXISTING);
    }
    return Profiles.load(folder, Map.of(), CodecFormats.catalog());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
