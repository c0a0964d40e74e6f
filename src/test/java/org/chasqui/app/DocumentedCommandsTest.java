package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents tell a reader to type is what the command line takes. */
class DocumentedCommandsTest {
  private static final Pattern CALL =
      Pattern.compile("(?:\\./chasqui |`chasqui |`)([a-z][a-z-]*)((?: [^`#|)\\n]*)?)");
  private static final Pattern OPTION = Pattern.compile(" (--[a-z][a-z-]*)");
  private static final CommandLine COMMANDS = Main.commandLine();

  static Stream<Path> documents() throws IOException {
    try (var files = Files.walk(Path.of("docs"))) {
      return Stream.concat(
          Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")),
          files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandAndOptionOfADocumentExists(Path document) throws IOException {
    for (var call : (Iterable<String[]>) calls(Files.readString(document))::iterator) {
      var command = COMMANDS.getSubcommands().get(call[0]);
      assertThat(command).as("%s: command %s", document, call[0]).isNotNull();
      assertThat(OPTION.matcher(call[1]).results().map(option -> option.group(1)))
          .as("%s: options of %s", document, call[0])
          .isSubsetOf(command.getCommandSpec().optionsMap().keySet());
    }
  }

  /** A name in backticks alone is a call only when a command bears it. */
  private static Stream<String[]> calls(String text) {
    return CALL.matcher(text)
        .results()
        .filter(
            call ->
                call.group().contains("chasqui ")
                    || COMMANDS.getSubcommands().containsKey(call.group(1)))
        .map(call -> new String[] {call.group(1), call.group(2)});
  }

  @Test
  void theReadmeNamesEveryCommandThatTheHelpNames() throws IOException {
    var named =
        Pattern.compile("--help` lists the other commands: ([a-z, -]+)\\.")
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(named.find()).isTrue();
    var visible =
        COMMANDS.getSubcommands().entrySet().stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(java.util.Map.Entry::getKey)
            .filter(name -> !List.of("demo", "help").contains(name));
    assertThat(named.group(1).split(", ")).containsExactlyInAnyOrderElementsOf(visible.toList());
  }
}
