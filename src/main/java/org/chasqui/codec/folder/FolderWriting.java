package org.chasqui.codec.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.LossList;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Severity;

/**
 * Writes one document by the template of a folder. A message that the template refuses, fails on,
 * or of which it makes what the schema does not take, is left out alone.
 */
final class FolderWriting {
  private final FolderFormat format;
  private final FolderFormat.Parts parts;
  private final List<RegionalMessage> messages;
  private final EncodeContext context;
  private final Regional regional;
  private final Map<Integer, List<Problem>> refused = new HashMap<>();

  FolderWriting(
      FolderFormat format,
      List<RegionalMessage> messages,
      EncodeContext context,
      Regional regional) {
    this.format = format;
    this.parts = format.parts();
    this.messages = messages;
    this.context = context;
    this.regional = regional;
  }

  Encoded encoded() {
    var in = carried();
    var written = withoutFaulty(in);
    int most = mostBytes();
    List<Integer> next = new ArrayList<>();
    while (written.document.length > most) {
      if (in.size() == 1) {
        refused.put(in.getFirst(), List.of(tooLarge(written.document.length, most)));
        in.clear();
        written = Written.EMPTY;
      } else {
        var rest = in.subList(in.size() / 2, in.size());
        next.addAll(0, rest);
        rest.clear();
        written = withoutFaulty(in);
      }
    }
    return new Encoded(
        written.document, format.definition().writes().mediaType(), carriages(in, next, written));
  }

  /** The messages that the format can carry at all; the others are refused. */
  private List<Integer> carried() {
    var carried = new ArrayList<Integer>();
    for (int i = 0; i < messages.size(); i++) {
      var losses = losses(i, List.of());
      if (losses.carries()) {
        carried.add(i);
      } else {
        refused.put(i, losses.carriage().problems());
      }
    }
    return carried;
  }

  private int mostBytes() {
    var most = context.view().setting("maxBytes");
    return most == null ? Integer.MAX_VALUE : (int) Math.min(Long.parseLong(most), 1 << 30);
  }

  private static Problem tooLarge(int length, int most) {
    return Problem.of(
        ProblemCode.TOO_LARGE, Location.WHOLE, length + " bytes", "at most " + most + " bytes");
  }

  /**
   * A document.
   *
   * @param losses by the message's place in the call
   * @param faults by place, errors of single messages
   * @param whole a fault that no message is named for, or null
   */
  private record Written(
      byte[] document,
      Map<Integer, List<Problem>> losses,
      Map<Integer, List<Problem>> faults,
      Problem whole) {
    static final Written EMPTY = new Written(new byte[0], Map.of(), Map.of(), null);
  }

  /** Writes those in the list; takes those at fault out of it. */
  private Written withoutFaulty(List<Integer> in) {
    while (!in.isEmpty()) {
      var written = write(in);
      if (written.faults.isEmpty() && written.whole == null) {
        return written;
      }
      if (!written.faults.isEmpty()) {
        refuse(in, written.faults);
      } else if (in.size() == 1) {
        refuse(in, Map.of(in.getFirst(), List.of(written.whole)));
      } else {
        refuseAlone(in, written.whole);
      }
    }
    return Written.EMPTY;
  }

  private void refuse(List<Integer> in, Map<Integer, List<Problem>> faults) {
    refused.putAll(faults);
    in.removeAll(faults.keySet());
  }

  /** Finds the messages at fault one by one; when none is, all of them are together. */
  private void refuseAlone(List<Integer> in, Problem whole) {
    boolean found = false;
    for (var each : List.copyOf(in)) {
      var alone = write(List.of(each));
      if (alone.whole != null || !alone.faults.isEmpty()) {
        var faults = alone.whole == null ? alone.faults.get(each) : List.of(alone.whole);
        refuse(in, Map.of(each, faults));
        found = true;
      }
    }
    if (!found) {
      for (var each : List.copyOf(in)) {
        refuse(in, Map.of(each, List.of(whole)));
      }
    }
  }

  private Written write(List<Integer> in) {
    var tree =
        MessageTree.of(
            parts.engine(), in.stream().map(messages::get).toList(), context, regional.writer());
    var result = parts.write().write(tree.root(), context.at(), format.parameters(context.view()));
    return switch (result) {
      case Stylesheet.Result.Failed failed ->
          new Written(new byte[0], Map.of(), Map.of(), failure(failed));
      case Stylesheet.Result.Done done -> sorted(in, tree, done);
    };
  }

  private static Problem failure(Stylesheet.Result.Failed failed) {
    return new Problem(
        ProblemCode.FORMAT_RULE,
        Severity.ERROR,
        Location.WHOLE,
        failed.place().text(),
        "a message that the format's template takes");
  }

  private Written sorted(List<Integer> in, MessageTree tree, Stylesheet.Result.Done done) {
    var losses = new HashMap<Integer, List<Problem>>();
    var faults = new HashMap<Integer, List<Problem>>();
    for (int i = 0; i < in.size(); i++) {
      add(losses, in.get(i), tree.replaced().get(i));
    }
    for (var note : done.notes()) {
      var message = in.get(Math.min(note.message(), in.size() - 1));
      add(note.problem().isError() ? faults : losses, message, List.of(note.problem()));
    }
    var whole = faults.isEmpty() ? invalid(done.bytes()) : null;
    return new Written(done.bytes(), losses, faults, whole);
  }

  private static void add(
      Map<Integer, List<Problem>> problems, Integer message, List<Problem> more) {
    for (var problem : more) {
      var known = problems.computeIfAbsent(message, any -> new ArrayList<>());
      // a field that stands in two places of the document is lost once
      if (!known.contains(problem)) {
        known.add(problem);
      }
    }
  }

  /** The first rule of the schema that the document breaks, without its values. */
  private Problem invalid(byte[] document) {
    if (parts.writeSchema() == null) {
      return null;
    }
    var faults = parts.writeSchema().faults(document);
    return faults.isEmpty()
        ? null
        : new Problem(
            ProblemCode.FORMAT_RULE,
            Severity.ERROR,
            faults.getFirst().location(),
            faults.getFirst().rule(),
            "a document valid by " + format.definition().writes().schema());
  }

  private List<Carriage> carriages(List<Integer> in, List<Integer> next, Written written) {
    var carriages = new Carriage[messages.size()];
    Arrays.fill(carriages, Carriage.WHOLE);
    for (var message : in) {
      carriages[message] =
          losses(message, written.losses.getOrDefault(message, List.of())).carriage();
    }
    for (var message : next) {
      carriages[message] = new Carriage(Carriage.State.NEXT_DOCUMENT, List.of());
    }
    refused.forEach((message, problems) -> carriages[message] = new Carriage(false, problems));
    return List.of(carriages);
  }

  /** What the document does not carry by its declaration, and what the template told. */
  private LossList losses(int message, List<Problem> told) {
    var losses = LossList.byPointer();
    var data = messages.get(message).data();
    format.losses(data.kind()).report(data, losses);
    told.forEach(losses::add);
    return losses;
  }
}
