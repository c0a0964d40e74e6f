package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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

  @TempDir private Path home;

  @BeforeEach
  void copies() throws IOException {
    assumeTrue(Terminal.isThere(), "bash and curl are what the tutorial is typed in");
    for (var part : new String[] {"config", "routes", "samples", "docs/formats/examples"}) {
      ConnectYourAdministrationTest.copy(Path.of(part), home.resolve(part));
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everyCommandOfTheDayDoesWhatItsPageSays() throws Exception {
    var blocks = BLOCK.matcher(Files.readString(Path.of("docs/a-day.md")));
    int shown = 0;
    var changes = "[ \"$1\" = demo ] && set -- \"$@\" --port 0 --items 22";
    try (var terminal = new Terminal(home, changes)) {
      while (blocks.find()) {
        var typed = blocks.group(1);
        if (typed.contains("./chasqui demo")) {
          terminal.gateway(terminal.start(typed, CONSOLE).group(1));
        } else if (blocks.group(2) == null) {
          terminal.type(typed);
        } else {
          terminal.expect(typed, blocks.group(2));
          shown++;
        }
      }
    }
    assertThat(shown).isGreaterThan(10);
  }
}
