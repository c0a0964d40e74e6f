package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what docs/a-day.md says into a shell, in order, against the demonstration in a process of
 * its own, in a copy of the configuration. Only the port and the number of the demonstration's own
 * items are others. A block that only looks is typed again until it shows what is printed below it.
 */
class DayOfPostTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```sh\\n(.*?)^```\\n(?:\\s*^```text\\n(.*?)^```\\n)?");
  private static final Pattern CONSOLE = Pattern.compile("console: (http://\\S+?)/\\s");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String END = "@@end";

  @TempDir private Path home;
  private Process demo;
  private String url;
  private Process shell;
  private BufferedReader answers;
  private Writer commands;

  @BeforeEach
  void copies() throws IOException {
    assumeTrue(onPath("bash") && onPath("curl"), "bash and curl are what the tutorial is typed in");
    for (var part : new String[] {"config", "routes", "samples", "docs/formats/examples"}) {
      ConnectYourAdministrationTest.copy(Path.of(part), home.resolve(part));
    }
    var launcher = home.resolve("chasqui");
    Files.writeString(
        launcher,
        """
        #!/usr/bin/env bash
        export CHASQUI_HOME='%s'
        [ "$1" = demo ] && set -- "$@" --port 0 --items 22
        exec '%s' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"
        """
            .formatted(
                home,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private static boolean onPath(String command) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  @AfterEach
  void stop() throws Exception {
    for (var process : new Process[] {shell, demo}) {
      if (process != null) {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      }
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyCommandOfTheDayDoesWhatItsPageSays() throws Exception {
    var blocks = BLOCK.matcher(Files.readString(Path.of("docs/a-day.md")));
    int shown = 0;
    while (blocks.find()) {
      var typed = blocks.group(1);
      if (typed.contains("./chasqui demo")) {
        startDemo(typed);
      } else if (blocks.group(2) == null) {
        type(typed);
      } else {
        expect(typed, blocks.group(2));
        shown++;
      }
    }
    assertThat(shown).isGreaterThan(10);
  }

  private void startDemo(String typed) throws IOException {
    var log = home.resolve("demo.log");
    demo =
        new ProcessBuilder("bash", "-c", typed)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !demo.isAlive() || CONSOLE.matcher(Files.readString(log)).find());
    var console = CONSOLE.matcher(Files.readString(log));
    assertThat(console.find()).as(Files.readString(log)).isTrue();
    var types = new ProcessBuilder("bash").directory(home.toFile()).redirectErrorStream(true);
    // a call that hangs ends, and is seen
    Files.writeString(home.resolve(".curlrc"), "max-time = 30\n");
    types.environment().put("CURL_HOME", home.toString());
    shell = types.start();
    answers = shell.inputReader();
    commands = shell.outputWriter();
    url = console.group(1);
  }

  /** What the shell prints. */
  private String type(String typed) throws IOException {
    commands.write(typed.replace("http://127.0.0.1:8080", url) + "echo " + END + "\n");
    commands.flush();
    var printed = new StringBuilder();
    for (var line = answers.readLine(); !END.equals(line); line = answers.readLine()) {
      assertThat(line).as("the shell ended: %s", printed).isNotNull();
      printed.append(line).append('\n');
    }
    return printed.toString();
  }

  /** A line of dots alone stands for any number of lines. */
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

  private void expect(String typed, String shown) {
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
}
