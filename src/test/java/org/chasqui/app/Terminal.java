package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Types what a page of the docs says into shells, in a folder of the test's own, where {@code
 * ./chasqui} is the build under test. A command that only looks is typed again until it shows what
 * the page prints.
 */
final class Terminal implements AutoCloseable {
  /** Where the pages say that the gateway is. */
  static final String SHOWN = "http://127.0.0.1:8080";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String END = "@@end";

  private final Path home;
  private final List<Process> background = new ArrayList<>();
  private String url = SHOWN;
  private Process shell;
  private BufferedReader answers;
  private Writer commands;

  /** {@code changes} are lines of the launcher: options that a command gets for the test's sake. */
  Terminal(Path home, String changes) throws IOException {
    this.home = home;
    var launcher = home.resolve("chasqui");
    Files.writeString(
        launcher,
        """
        #!/usr/bin/env bash
        export CHASQUI_HOME='%s'
        %s
        exec '%s' -XX:TieredStopAtLevel=1 -Dlogback.configurationFile=logback.xml --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"
        """
            .formatted(
                home,
                changes,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  /** True when the pages can be typed on this machine. */
  static boolean isThere() {
    return onPath("bash") && onPath("curl");
  }

  private static boolean onPath(String command) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  /** From now on the gateway is there, wherever the page says that it is. */
  void gateway(String address) {
    url = address;
  }

  /** Starts what goes on in a terminal of its own, and waits until it says so. */
  Matcher start(String typed, Pattern until) throws IOException {
    var log = home.resolve("terminal-" + background.size() + ".log");
    var process =
        new ProcessBuilder("bash", "-c", typed)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    background.add(process);
    return says(background.size() - 1, until);
  }

  /** Waits until the terminal with a number says something. */
  Matcher says(int number, Pattern until) throws IOException {
    var log = home.resolve("terminal-" + number + ".log");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> !background.get(number).isAlive() || until.matcher(Files.readString(log)).find());
    var said = until.matcher(Files.readString(log));
    assertThat(said.find()).as(Files.readString(log)).isTrue();
    return said;
  }

  /** What the shell prints. */
  String type(String typed) throws IOException {
    if (shell == null) {
      var types = new ProcessBuilder("bash").directory(home.toFile()).redirectErrorStream(true);
      // a call that hangs ends, and is seen
      Files.writeString(home.resolve(".curlrc"), "max-time = 30\n");
      types.environment().put("CURL_HOME", home.toString());
      shell = types.start();
      answers = shell.inputReader();
      commands = shell.outputWriter();
    }
    commands.write(typed.replace(SHOWN, url) + "echo " + END + "\n");
    commands.flush();
    var printed = new StringBuilder();
    for (var line = answers.readLine(); !END.equals(line); line = answers.readLine()) {
      assertThat(line).as("the shell ended: %s", printed).isNotNull();
      printed.append(line).append('\n');
    }
    return printed.toString();
  }

  /**
   * Types it until it prints what is shown; a line of dots alone stands for any number of lines.
   */
  void expect(String typed, String shown) {
    var pattern = pattern(shown.strip());
    assertThat(typed).as("what is pushed is pushed once").doesNotContain("push ");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var printed = type(typed).strip() + "\n";
              assertThat(pattern.matcher(printed).matches())
                  .as("%s%n%s%n- should be%n%s", typed, printed, shown)
                  .isTrue();
            });
  }

  private static Pattern pattern(String shown) {
    var lines = new StringBuilder();
    for (var line : shown.split("\n")) {
      lines.append(
          line.equals("...")
              ? "(?:.*\n)*"
              : Arrays.stream(line.split("\\.\\.\\.", -1))
                      .map(Pattern::quote)
                      .collect(Collectors.joining(".*"))
                  + "\n");
    }
    return Pattern.compile(lines.toString());
  }

  @Override
  public void close() throws InterruptedException {
    if (shell != null) {
      background.addFirst(shell);
    }
    for (var process : background) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }
}
