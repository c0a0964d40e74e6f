package org.chasqui.codec.regional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;

/** The example messages of the regional standard. */
final class Examples {
  static final Path FOLDER = Path.of("config/schema/examples");

  private Examples() {}

  static List<Path> files() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("problem.json")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static RegionalMessage message(String name) {
    return new RegionalJson().read(bytes(name));
  }

  static ItemDeclaration declaration() {
    return (ItemDeclaration) message("item-declaration.json").data();
  }
}
