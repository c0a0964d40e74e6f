package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/connect-your-administration.md says, in a copy of the configuration. */
class ConnectYourAdministrationTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\\n(.*?)^```$");

  @TempDir Path home;

  @Test
  void everyStepOfTheHowToWorks() throws IOException {
    for (var part : new String[] {"config", "samples"}) {
      copy(Path.of(part), home.resolve(part));
    }
    var before = System.getProperty("chasqui.home");
    System.setProperty("chasqui.home", home.toString());
    try {
      int steps = 0;
      var blocks = BLOCK.matcher(Files.readString(Path.of("docs/connect-your-administration.md")));
      while (blocks.find()) {
        step(blocks.group(1), blocks.group(2), blocks.group(3));
        steps++;
      }
      assertThat(steps).isGreaterThan(10);
    } finally {
      if (before == null) {
        System.clearProperty("chasqui.home");
      } else {
        System.setProperty("chasqui.home", before);
      }
    }
    assertThat(home.resolve("bolivia.json")).content().contains("\"failed\" : 0");
    assertThat(home.resolve("jm.html")).exists();
  }

  private void step(String kind, String file, String content) throws IOException {
    switch (kind) {
      case "file" -> {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), content);
      }
      case "edit" -> edit(home.resolve(file), content.strip().split(" => "));
      case "copy" -> {
        var names = content.strip().split(" => ");
        Files.createDirectories(home.resolve(names[1]).getParent());
        Files.copy(home.resolve(names[0]), home.resolve(names[1]));
      }
      default -> content.lines().forEach(this::run);
    }
  }

  private static void edit(Path file, String[] change) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(change[0]);
    Files.writeString(file, text.replace(change[0], change[1].replace("\\n", "\n")));
  }

  private void run(String line) {
    assertThat(line).startsWith("./chasqui ");
    var arguments =
        Arrays.stream(line.substring("./chasqui ".length()).split(" "))
            .map(word -> word.startsWith("samples/") ? home.resolve(word).toString() : word)
            .map(word -> word.matches("\\w+\\.(json|html)") ? home.resolve(word).toString() : word)
            .toArray(String[]::new);
    var result = Commands.run(arguments);
    assertThat(result.exitCode()).as("%s%n%s%s", line, result.output(), result.errors()).isZero();
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
