package org.chasqui.codec.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProblemLine;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/**
 * Runs the golden cases of a folder, a folder each below {@code cases}: {@code input.json}, one
 * regional message or a list of them, to {@code expected} and {@code losses.txt}; {@code answer} to
 * {@code decisions.json} and {@code problems.txt}. Then holds what the definition says that it
 * carries against what the documents show.
 */
final class FormatCheck {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String CASES = "cases";

  private final FolderFormat format;
  private final Regional regional;
  private final ProfileView view;
  private final Instant at;
  private final List<FormatFault> faults = new ArrayList<>();
  private boolean update;

  FormatCheck(FolderFormat format, Regional regional) {
    this.format = format;
    this.regional = regional;
    this.view = view(format.definition().cases());
    this.at = Instant.parse(format.definition().cases().at());
  }

  private static ProfileView view(FormatDefinition.Cases cases) {
    return new ProfileView(
        cases.party(),
        new PartyAddress(
                cases.country(),
                org.chasqui.message.PartyRole.CUSTOMS,
                cases.party().toUpperCase(java.util.Locale.ROOT))
            .urn(),
        cases.name(),
        cases.country(),
        cases.currency(),
        ZoneId.of(cases.zone()),
        cases.languages(),
        cases.settings(),
        cases.codes(),
        false);
  }

  /** Runs the cases and the declaration of what is carried. */
  CheckedFormat checked(boolean writeExpected) {
    update = writeExpected;
    int cases = runAll();
    if (format.writes()) {
      faults.addAll(new CarriedCheck(format, regional, context()).faults(inputs()));
    }
    return new CheckedFormat(cases, List.copyOf(faults));
  }

  /** What the golden cases find. */
  List<FormatFault> golden() {
    runAll();
    return List.copyOf(faults);
  }

  private int runAll() {
    boolean written = false;
    boolean read = false;
    var folders = folders();
    for (var folder : folders) {
      var answer = file(folder, "answer");
      if (Files.exists(folder.resolve("input.json")) && format.writes()) {
        written = true;
        write(folder);
      } else if (answer.isPresent() && format.reads()) {
        read = true;
        read(folder, answer.get());
      } else {
        fault(folder, "must hold input.json for a format that writes, answer for one that reads");
      }
    }
    if (format.writes() && !written) {
      fault(format.folder().resolve(CASES), "must hold a case with input.json");
    }
    if (format.reads() && !read) {
      fault(format.folder().resolve(CASES), "must hold a case with answer.xml, .json or .txt");
    }
    return folders.size();
  }

  private List<Path> folders() {
    var cases = format.folder().resolve(CASES);
    if (!Files.isDirectory(cases)) {
      return List.of();
    }
    try (var folders = Files.list(cases)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> file(Path folder, String name) {
    return List.of("xml", "json", "txt").stream()
        .map(ending -> folder.resolve(name + "." + ending))
        .filter(Files::exists)
        .findFirst();
  }

  private EncodeContext context() {
    return new EncodeContext(view, at, format.definition().cases().reference());
  }

  /** All messages of all cases that are written. */
  private List<RegionalMessage> inputs() {
    var messages = new ArrayList<RegionalMessage>();
    for (var folder : folders()) {
      if (Files.exists(folder.resolve("input.json"))) {
        messages.addAll(messages(folder.resolve("input.json")));
      }
    }
    return messages;
  }

  /** The messages of a file; those that are none are told. */
  private List<RegionalMessage> messages(Path file) {
    var messages = new ArrayList<RegionalMessage>();
    var outcome = outcome(regional.reader(), bytes(file));
    for (var item : outcome.items()) {
      item.problems().stream()
          .filter(Problem::isError)
          .forEach(
              problem -> fault(file, "is no regional message: " + ProblemLine.of(problem).strip()));
      if (item.message() != null) {
        messages.add(item.message());
      }
    }
    outcome.problems().stream()
        .filter(Problem::isError)
        .forEach(problem -> fault(file, ProblemLine.of(problem).strip()));
    return messages;
  }

  private void write(Path folder) {
    var messages = messages(folder.resolve("input.json"));
    for (var message : messages) {
      if (!format.kindsWritten().contains(message.kind())) {
        fault(folder.resolve("input.json"), "is of no kind of the format: " + message.kind());
        return;
      }
    }
    if (messages.isEmpty() || messages.size() > format.definition().writes().batch()) {
      fault(folder.resolve("input.json"), "must hold 1 to the batch of the format");
      return;
    }
    var encoded = new FolderWriting(format, messages, context(), regional).encoded();
    var again = new FolderWriting(format, messages, context(), regional).encoded();
    if (!Arrays.equals(encoded.document(), again.document())) {
      fault(folder, "gives other bytes the second time: a template must be deterministic");
    }
    var losses = new StringBuilder();
    for (var carriage : encoded.carriages()) {
      losses.append(carriage.carried() ? "carried\n" : "left out\n");
      carriage.problems().forEach(problem -> losses.append("  ").append(ProblemLine.of(problem)));
    }
    compare(expected(folder), encoded.document());
    compare(folder.resolve("losses.txt"), losses.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Path expected(Path folder) {
    var type = format.definition().writes().mediaType();
    var ending = type.contains("json") ? "json" : type.contains("xml") ? "xml" : "txt";
    return folder.resolve("expected." + ending);
  }

  /** What a decoder handed on. */
  private record Outcome(List<Decoded> items, List<Problem> problems, int count) {}

  private Outcome outcome(Decoder decoder, byte[] document) {
    var context = new DecodeContext(view, PartyAddress.GATEWAY.urn(), at, "case");
    var items = new ArrayList<Decoded>();
    var ends = new ArrayList<DocumentEnd>();
    try {
      decoder.decode(
          new ByteArrayInputStream(document),
          context,
          new Decoder.Sink() {
            @Override
            public void item(Decoded decoded) {
              items.add(decoded);
            }

            @Override
            public void end(DocumentEnd end) {
              ends.add(end);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var end = ends.getFirst();
    return new Outcome(items, end.problems(), end.items());
  }

  private void read(Path folder, Path answer) {
    var bytes = bytes(answer);
    var head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
    if (!format.recognises(head)) {
      fault(answer, "is not recognised: " + format.definition().reads().recognises());
    }
    var decoder = (Decoder) FolderCodec.of(format, regional);
    var outcome = outcome(decoder, bytes);
    var decisions = JSON.createArrayNode();
    var problems = new StringBuilder();
    try {
      for (var item : outcome.items()) {
        problems.append(item.position()).append(' ').append(item.businessKey()).append('\n');
        item.problems().forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
        if (item.message() != null) {
          decisions.add(JSON.readTree(regional.writer().apply(item.message())));
        }
      }
      problems.append("end ").append(outcome.count()).append('\n');
      outcome.problems().forEach(problem -> problems.append("  ").append(ProblemLine.of(problem)));
      var text = JSON.writeValueAsString(decisions) + "\n";
      compare(folder.resolve("decisions.json"), text.getBytes(StandardCharsets.UTF_8));
      compare(folder.resolve("problems.txt"), problems.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(Path file, byte[] actual) {
    try {
      if (update) {
        Files.write(file, actual);
      } else if (!Files.exists(file)) {
        fault(file, "is missing: --update writes it, to be read before it is kept");
      } else {
        var difference = Difference.of(Files.readAllBytes(file), actual);
        difference.ifPresent(
            found ->
                faults.add(
                    new FormatFault(name(file), found.line(), found.column(), found.text())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fault(Path file, String rule) {
    faults.add(new FormatFault(name(file), 0, 0, rule));
  }

  private String name(Path file) {
    return format.name() + "/" + format.folder().relativize(file);
  }
}
