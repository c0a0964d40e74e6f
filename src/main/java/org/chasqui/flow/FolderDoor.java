package org.chasqui.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Profiles;

/**
 * The folder door: {@code <folder>/<party>/<file>}. The operating system's rights on the sub-folder
 * are the authentication. Answers stand in {@code <folder>/.answers/<party>/<file>.txt}.
 */
public final class FolderDoor {
  /** Property of Camel's: the file under way. */
  static final String FILE = "CamelFileExchangeFile";

  private final Path folder;
  private final Profiles profiles;
  private final Spool spool;
  private final Pressure pressure;

  FolderDoor(Path folder, Profiles profiles, Spool spool, Pressure pressure) {
    this.folder = folder;
    this.profiles = profiles;
    this.spool = spool;
    this.pressure = pressure;
  }

  /** Body becomes a {@link Submission} or the {@link IntakeResult} that refuses it. */
  public void receive(Exchange exchange) throws IOException {
    var file = file(exchange);
    var party = party(file);
    if (profiles.byId(party).isEmpty()) {
      exchange.getMessage().setBody(unknown(party));
      return;
    }
    var busy = pressure.declines(party);
    if (busy != null) {
      throw new BusyException(busy.reason(), busy.retryAfterSeconds(), null);
    }
    try (var in = Files.newInputStream(file)) {
      var spooled = spool.take(in);
      exchange.getExchangeExtension().addOnCompletion(new RemoveSpool(spooled));
      exchange
          .getMessage()
          .setBody(new Submission(party, "folder", null, spooled.head(), spooled.raw()));
    } catch (Spool.TooLarge e) {
      exchange.getMessage().setBody(tooLarge());
    }
  }

  private IntakeResult tooLarge() {
    return new IntakeResult.Refused(
        413,
        List.of(
            Problem.of(
                ProblemCode.TOO_LARGE, Location.WHOLE, null, "up to " + spool.limit() + " bytes")),
        0);
  }

  private static IntakeResult unknown(String party) {
    return new IntakeResult.Refused(
        403,
        List.of(
            Problem.of(
                ProblemCode.NOT_ALLOWED, Location.WHOLE, party, "a folder named after a party")),
        0);
  }

  private static Path file(Exchange exchange) {
    var file = exchange.getProperty(FILE, GenericFile.class);
    return Path.of(file.getAbsoluteFilePath());
  }

  /** The party whose sub-folder holds the file. */
  static String party(GenericFile<?> file) {
    return party(Path.of(file.getAbsoluteFilePath()));
  }

  private static String party(Path file) {
    return file.getParent().getFileName().toString();
  }

  /** Writes what became of the file; the name is that of the file with {@code .txt}. */
  public void answer(Exchange exchange) throws IOException {
    var file = file(exchange);
    var answers = Files.createDirectories(folder.resolve(".answers").resolve(party(file)));
    var part = Files.createTempFile(answers, "answer", ".part");
    Files.writeString(
        part,
        text(exchange.getProperty(FlowNames.INTAKE, IntakeResult.class)),
        StandardCharsets.UTF_8);
    Files.move(
        part,
        answers.resolve(file.getFileName() + ".txt"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String text(IntakeResult result) {
    return switch (result) {
      case IntakeResult.Accepted accepted -> "ACCEPTED " + accepted.interchangeId() + "\n";
      case IntakeResult.Duplicate duplicate -> "DUPLICATE " + duplicate.interchangeId() + "\n";
      case IntakeResult.Refused refused ->
          refused.problems().stream()
              .map(FolderDoor::line)
              .collect(Collectors.joining("", "REFUSED\n", ""));
      case IntakeResult.Busy busy -> "BUSY " + busy.reason() + "\n";
      case IntakeResult.Denied denied -> "REFUSED " + denied.reason() + "\n";
    };
  }

  private static String line(Problem problem) {
    return "%s %s %s %s\n"
        .formatted(
            problem.severity(),
            problem.code().code(),
            problem.location().text(),
            problem.text(Locale.ENGLISH));
  }
}
