package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docs/connect-your-administration.md says, in a copy of the configuration: what needs no
 * gateway in this process, the rest typed into a shell beside the simulated hubs and a gateway in
 * processes of their own.
 */
class ConnectYourAdministrationTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\\n(.*?)^```\\n(?:\\s*^```text\\n(.*?)^```\\n)?");
  private static final String LIVE = "\n## See parcels arrive\n";
  private static final Pattern READY = Pattern.compile("variables for the gateway|gateway ready");
  private static final Pattern TAKEN = Pattern.compile("the changed profiles are in use");

  @TempDir Path home;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everyStepOfTheHowToWorks() throws Exception {
    for (var part : new String[] {"config", "samples", "routes"}) {
      copy(Path.of(part), home.resolve(part));
    }
    var page = Files.readString(Path.of("docs/connect-your-administration.md"));
    int live = page.indexOf(LIVE);
    alone(page.substring(0, live));
    assertThat(home.resolve("bolivia.json")).content().contains("\"failed\" : 0");
    assertThat(home.resolve("jm.html")).exists();
    assumeTrue(Terminal.isThere(), "bash and curl are what the rest is typed in");
    live(page.substring(live));
  }

  private void alone(String page) throws IOException {
    var before = System.getProperty("chasqui.home");
    System.setProperty("chasqui.home", home.toString());
    try {
      int steps = 0;
      for (var blocks = BLOCK.matcher(page); blocks.find(); steps++) {
        step(blocks.group(1), blocks.group(2), blocks.group(3));
      }
      assertThat(steps).isGreaterThan(10);
    } finally {
      if (before == null) {
        System.clearProperty("chasqui.home");
      } else {
        System.setProperty("chasqui.home", before);
      }
    }
  }

  /** The port of the gateway is free before the hubs are told of it. */
  private void live(String page) throws Exception {
    int port = freePort();
    var changes =
        """
        [ "$1" = sandbox ] && set -- "$@" --gateway http://127.0.0.1:%1$d
        [ "$1" = serve ] && set -- "$@" --port %1$d\
        """
            .formatted(port);
    int shown = 0;
    try (var terminal = new Terminal(home, changes)) {
      terminal.gateway("http://127.0.0.1:" + port);
      for (var blocks = BLOCK.matcher(page); blocks.find(); ) {
        shown += typed(terminal, blocks) ? 1 : 0;
      }
    }
    assertThat(shown).isGreaterThan(4);
  }

  /** True when the page shows what is printed. */
  private boolean typed(Terminal terminal, MatchResult block) throws IOException {
    var content = block.group(3);
    switch (block.group(1)) {
      case "terminal" -> terminal.start(content, READY);
      case "edit" -> {
        edit(home.resolve(block.group(2)), content.strip().split(" => "));
        terminal.says(1, TAKEN);
      }
      default -> {
        if (block.group(4) == null) {
          terminal.type(content);
        } else {
          terminal.expect(content, block.group(4));
        }
      }
    }
    return block.group(4) != null;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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
