package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.codec.edifact.SyntaxError;
import org.chasqui.message.ItemId;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.Severity;

/**
 * Reads the receptacles of a message about a dispatch. One with a fault is left out and its errors
 * become warnings, so that a bag cannot cost its dispatch.
 */
final class ReceptacleReader {
  private static final int IDS = 5;
  private static final int SHOWN = 29;

  private final InterchangeReader.Item item;
  private final ItemReader values;
  private final Set<String> seen = new HashSet<>();

  ReceptacleReader(InterchangeReader.Item item) {
    this.item = item;
    this.values = new ItemReader(item);
  }

  /** Those that can be used; when there is none the errors stay what they are. */
  List<Receptacle> receptacles() {
    var groups = item.group().groups("receptacle");
    var read = groups.stream().map(this::receptacle).toList();
    var used = new ArrayList<Receptacle>();
    var leftOut = new ArrayList<Integer>();
    for (int i = 0; i < groups.size(); i++) {
      var errors = errors(groups, i);
      if (errors.isEmpty() && read.get(i) != null) {
        used.add(read.get(i));
      }
      leftOut.addAll(errors);
    }
    if (!used.isEmpty()) {
      leftOut.forEach(at -> item.faults().set(at, warning(item.faults().get(at))));
    }
    return used;
  }

  /** Where in the faults of the item the errors of one receptacle stand. */
  private List<Integer> errors(List<Group> groups, int index) {
    int from = groups.get(index).trigger().position();
    int to =
        index + 1 < groups.size()
            ? groups.get(index + 1).trigger().position()
            : groups.get(index).segments().getLast().position() + 1;
    var errors = new ArrayList<Integer>();
    for (int i = 0; i < item.faults().size(); i++) {
      var fault = item.faults().get(i);
      if (fault.isError() && isWithin(fault.problem(), from, to)) {
        errors.add(i);
      }
    }
    return errors;
  }

  /** What is missing is told at the segment after it, and a missing end at none. */
  private static boolean isWithin(Problem problem, int from, int to) {
    return problem.code() != ProblemCode.SEGMENT_MISSING
        && problem.location() instanceof Location.InEdifact place
        && place.tag() != null
        && place.segment() >= from
        && place.segment() < to;
  }

  private static Fault warning(Fault fault) {
    var told = fault.problem();
    return new Fault(
        new Problem(told.code(), Severity.WARNING, told.location(), told.found(), told.expected()),
        fault.error());
  }

  private Receptacle receptacle(Group group) {
    var cni = group.trigger();
    var id = cni.text(2);
    if (id != null && ReceptacleId.parse(id).isEmpty()) {
      values.refuse(cni, 2, 1, "length " + id.length(), "a receptacle id of 29 (UPU S9)");
      return null;
    }
    if (id != null && !seen.add(id)) {
      duplicate(cni, id);
      return null;
    }
    var items = items(group);
    return new Receptacle(
        id,
        null,
        values.mass(group, "G"),
        items.isEmpty() ? null : items.size(),
        seals(group),
        null,
        items,
        Map.of());
  }

  private void duplicate(MessageSegment cni, String id) {
    item.faults()
        .add(
            Fault.of(
                ProblemCode.DUPLICATE_REFERENCE,
                SyntaxError.DUPLICATE,
                cni.at(2, 1),
                id.length() <= SHOWN ? id : "length " + id.length(),
                "a receptacle once in a dispatch"));
  }

  private static List<String> seals(Group group) {
    return group.all("SEL").stream()
        .map(seal -> seal.text(1))
        .filter(number -> number != null)
        .toList();
  }

  /** An id that is none of S10 is passed over; a wrong check digit is told and the id kept. */
  private List<ReceptacleItem> items(Group group) {
    var items = new ArrayList<ReceptacleItem>();
    for (var gin : group.all("GIN")) {
      for (int element = 2; element < 2 + IDS; element++) {
        var id = gin.text(element, 1);
        if (id == null) {
          continue;
        }
        if (!ItemId.hasFormOfS10(id)) {
          var found = "length " + id.length();
          values.pass(ProblemCode.ELEMENT_FORMAT, gin, element, 1, found, "an item id (UPU S10)");
          continue;
        }
        if (ItemId.parse(id).isEmpty()) {
          values.pass(ProblemCode.CHECK_DIGIT, gin, element, 1, id, "a check digit that fits");
        }
        items.add(new ReceptacleItem(id, null, null, Map.of()));
      }
    }
    return items;
  }
}
