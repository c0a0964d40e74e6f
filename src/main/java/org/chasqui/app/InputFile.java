package org.chasqui.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.app.gateway.Failure;

/** A file named on the command line, or standard input for {@code -}. */
final class InputFile {
  private InputFile() {}

  static InputStream open(String name) throws IOException {
    if (name.equals("-")) {
      return System.in;
    }
    var path = Path.of(name);
    if (!Files.exists(path)) {
      throw Failure.usage("no such file: " + name);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw Failure.usage("not a file that can be read: " + name);
    }
    return Files.newInputStream(path);
  }
}
