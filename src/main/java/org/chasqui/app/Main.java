package org.chasqui.app;

import java.util.Arrays;
import java.util.Optional;
import org.chasqui.app.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point: reads the command line and runs one command. */
@Command(
    name = "chasqui",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = {
      "Chasqui: a regional gateway for advance electronic data about postal items.",
      "Posts push the EDI they already send; customs administrations receive it in their own"
          + " formats; decisions travel back.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 errors in the data or in the run, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui demo                                    the whole region on this machine",
      "  chasqui check interchange.edi                   what is wrong with a file",
      "  chasqui translate interchange.edi --to national --for br",
      "  chasqui conform jm                              hold a customs hub against the cases",
      "  chasqui COMMAND --help                          all options of a command"
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SandboxCommand.class,
      ConformCommand.class,
      TranslateCommand.class,
      CheckCommand.class,
      GenerateCommand.class,
      BenchCommand.class,
      VerifyCommand.class,
      TokenCommand.class,
      WarmUpCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    var alone = args.length == 0 ? Optional.<CommandLine>empty() : alone(args[0]);
    System.exit(
        alone.isPresent()
            ? alone.get().execute(Arrays.copyOfRange(args, 1, args.length))
            : commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return withManners(new CommandLine(new Main()));
  }

  /** The command with a name alone: to read all the others takes a part of its start. */
  static Optional<CommandLine> alone(String name) {
    return Arrays.stream(Main.class.getAnnotation(Command.class).subcommands())
        .filter(command -> command.getAnnotation(Command.class).name().equals(name))
        .filter(command -> command != CommandLine.HelpCommand.class)
        .<CommandLine>map(command -> new CommandLine(command).setCommandName("chasqui " + name))
        .map(Main::withManners)
        .findFirst();
  }

  private static CommandLine withManners(CommandLine commandLine) {
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "chasqui " + (version == null ? "(from classes)" : version),
        "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
      };
    }
  }
}
