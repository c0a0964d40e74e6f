package org.chasqui.app.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** By what a change of a folder is seen: names, sizes and times of all its files. */
final class FolderPrint {
  private FolderPrint() {}

  static String of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (var files = Files.walk(folder)) {
      return files.sorted().map(FolderPrint::line).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Path file) {
    try {
      return Files.isRegularFile(file)
          ? file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis()
          : file.toString();
    } catch (IOException gone) {
      return file + " gone";
    }
  }
}
