package org.chasqui.codec.edifact;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chasqui.codec.Origin;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/**
 * Items that were read well and refused afterwards, by a rule or by what is known of them, to be
 * told with the report of their interchange: each at the data element that is refused, as an
 * invalid value (UN 0085, 12). Bounded as the report is.
 */
public final class Refusals {
  private final Map<Long, Told> messages = new LinkedHashMap<>();
  private final Map<Integer, Integer> groups = new HashMap<>();
  private int total;

  /** Notes an item that is refused; nothing when it does not come from an interchange. */
  public void add(Origin origin, List<Problem> problems) {
    if (!(origin instanceof ItemOrigin item)) {
      return;
    }
    total++;
    if (item.functionalGroup() > 0 && groups.size() < InterchangeReport.MOST) {
      groups.merge(item.functionalGroup(), 1, Integer::sum);
    }
    if (messages.size() < InterchangeReport.MOST || messages.containsKey(item.position())) {
      messages.computeIfAbsent(item.position(), position -> new Told(item)).add(item, problems);
    }
  }

  /** What is told of one message. */
  private static final class Told {
    private final MessageHead message;
    private final int group;
    private final long position;
    private final List<Fault> faults = new ArrayList<>();
    private int count;

    /** Keeps the head alone: the segments of the items may be many. */
    Told(ItemOrigin item) {
      this.message = item.message();
      this.group = item.functionalGroup();
      this.position = item.position();
    }

    void add(ItemOrigin item, List<Problem> problems) {
      count++;
      int room = InterchangeReport.MOST - faults.size();
      problems.stream()
          .filter(Problem::isError)
          .map(problem -> fault(item, problem))
          .collect(
              toMap(
                  fault -> fault.problem().location(),
                  Function.identity(),
                  (first, other) -> first,
                  LinkedHashMap::new))
          .values()
          .stream()
          .limit(room)
          .forEach(faults::add);
    }
  }

  private static Fault fault(ItemOrigin item, Problem problem) {
    var pointer = problem.location() instanceof Location.AtPointer at ? at.pointer() : "";
    return Fault.of(
        problem.code(),
        SyntaxError.INVALID_VALUE,
        item.at(pointer),
        problem.found(),
        problem.expected());
  }

  /**
   * The report with them. Beside the messages that it lists come those with a refused item that it
   * leaves out since they had no fault of their own.
   */
  public InterchangeReport in(InterchangeReport report) {
    if (total == 0) {
      return report;
    }
    var left = new LinkedHashMap<>(messages);
    var all = new ArrayList<InterchangeReport.Message>();
    for (var message : report.messages()) {
      var told = left.remove(message.position());
      all.add(told == null ? message : with(message, told));
    }
    left.values().forEach(told -> all.add(unlisted(told)));
    all.sort((one, other) -> Long.compare(one.position(), other.position()));
    return new InterchangeReport(
        report.head(),
        report.faults(),
        report.groups().stream().map(this::with).toList(),
        List.copyOf(all),
        report.items(),
        report.lost(),
        Math.max(0, report.used() - total),
        report.whole());
  }

  private static InterchangeReport.Message with(InterchangeReport.Message message, Told told) {
    var faults = new ArrayList<>(message.faults());
    faults.addAll(told.faults);
    int used = Math.max(0, message.used() - told.count);
    return new InterchangeReport.Message(
        message.head(),
        message.group(),
        message.position(),
        message.items(),
        message.lost(),
        used,
        message.refused() || used == 0,
        message.own(),
        List.copyOf(faults));
  }

  /** Of a message that the report left out; how many of its items are used is not known there. */
  private static InterchangeReport.Message unlisted(Told told) {
    return new InterchangeReport.Message(
        told.message,
        told.group,
        told.position,
        told.count,
        0,
        1,
        false,
        List.of(),
        List.copyOf(told.faults));
  }

  private InterchangeReport.FunctionalGroup with(InterchangeReport.FunctionalGroup group) {
    int used = group.used() - groups.getOrDefault(group.number(), 0);
    boolean emptied = group.used() > 0 && used <= 0;
    return new InterchangeReport.FunctionalGroup(
        group.head(),
        group.number(),
        Math.max(0, used),
        group.refused() || emptied,
        group.faults());
  }
}
