package org.chasqui.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where files of a hub are exchanged: a folder of its own, removed with it. */
abstract class FileStation {
  private final Path root;

  FileStation() throws IOException {
    root = Files.createTempDirectory("chasqui-hub-");
  }

  final Path root() {
    return root;
  }

  /** A folder by its path in the profile. */
  final Path folder(String path) {
    return root.resolve(path.substring(1));
  }

  final void make(String path) throws IOException {
    Files.createDirectories(folder(path));
  }

  /** Address in the profile. */
  abstract String location();

  /** Lets the gateway in. */
  void open() throws IOException {
    // a folder is always open
  }

  /** Lets it in no longer. */
  void close() {
    // a folder is always open
  }

  /** Closes it and removes all files. */
  final void remove() throws IOException {
    close();
    try (var files = Files.walk(root)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A folder of this machine. */
  static final class Mounted extends FileStation {
    Mounted() throws IOException {}

    @Override
    String location() {
      return root().toString();
    }
  }
}
