package org.chasqui.app.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder that a run keeps its state in; one made for the run alone is removed at its end. */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final boolean temporary;

  private DataFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /** The folder that was asked for, or a temporary one when null. */
  public static DataFolder of(Path wanted) throws IOException {
    return wanted == null
        ? new DataFolder(Files.createTempDirectory("chasqui-"), true)
        : new DataFolder(Files.createDirectories(wanted.toAbsolutePath()), false);
  }

  /** Where it is; absolute. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
