package org.chasqui.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A door of files ({@link DropFolders}): each is a document of the party in whose folder it lies,
 * and is answered by a text of its name with {@code .txt}.
 */
public final class FolderDoor {
  /** Property of Camel's: the file under way. */
  static final String FILE = "CamelFileExchangeFile";

  private final DropFolders folders;
  private final Profiles profiles;
  private final Spool spool;
  private final Pressure pressure;

  FolderDoor(DropFolders folders, Profiles profiles, Spool spool, Pressure pressure) {
    this.folders = folders;
    this.profiles = profiles;
    this.spool = spool;
    this.pressure = pressure;
  }

  /** Body becomes a {@link Submission} or the {@link IntakeResult} that refuses it. */
  public void receive(Exchange exchange) throws IOException {
    var file = file(exchange);
    var party = folders.party(file);
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
          .setBody(new Submission(party, folders.door(), null, spooled.head(), spooled.raw()));
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
    return path(exchange.getProperty(FILE, GenericFile.class));
  }

  static Path path(GenericFile<?> file) {
    return Path.of(file.getAbsoluteFilePath()).normalize();
  }

  /** Writes what became of the file; the name is that of the file with {@code .txt}. */
  public void answer(Exchange exchange) throws IOException {
    var file = file(exchange);
    var result = exchange.getProperty(FlowNames.INTAKE, IntakeResult.class);
    boolean refused = result instanceof IntakeResult.Refused;
    if (refused) {
      folders.setAside(file);
    }
    DropFolders.place(
        folders.answers(file, refused),
        file.getFileName() + ".txt",
        part -> Files.writeString(part, text(result), StandardCharsets.UTF_8));
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
