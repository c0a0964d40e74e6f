package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line has what its users are told of. */
class MainTest {
  private static final Pattern LISTED =
      Pattern.compile("lists the other commands: ([a-z, \\n]+)\\.");

  static List<String> commandsOfTheReadme() throws Exception {
    var found = LISTED.matcher(Files.readString(Path.of("README.md")));
    assertThat(found.find()).as("README.md lists the commands").isTrue();
    return List.of(found.group(1).split(",\\s*"));
  }

  @ParameterizedTest
  @MethodSource("commandsOfTheReadme")
  void knowsEveryCommandOfTheReadme(String command) {
    var ran = Commands.run(command, "--help");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.output()).contains("chasqui " + command).contains("Exit codes:");
  }

  @Test
  void listsEveryCommandOfTheReadme() throws Exception {
    assertThat(Commands.run("--help").output()).contains(commandsOfTheReadme());
  }

  @Test
  void theCommandOfTheGatewayAloneIsToldAsItIsAmongTheOthers() {
    var among = Main.commandLine().getSubcommands().get("serve").getUsageMessage();
    assertThat(Main.alone("serve").orElseThrow().getUsageMessage()).isEqualTo(among);
  }
}
