package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.message.Location;
import org.chasqui.message.RegionalData;
import org.chasqui.message.TrackingEvent;

/**
 * What one item of an interchange gives: one message, or several that are lost each for itself.
 *
 * @param all in the order of the interchange
 */
record Parts(List<Part> all) {

  /**
   * One message's data and the segments that it was read from.
   *
   * @param from position of its first segment in the message
   * @param to position after its last one
   */
  record Part(RegionalData data, int from, int to) {}

  /** The whole item gives one. */
  static Parts one(RegionalData data) {
    return new Parts(List.of(new Part(data, 0, Integer.MAX_VALUE)));
  }

  /** Reads the event of a group. */
  interface EventReader {
    /** The event, which bears the id. */
    TrackingEvent read(Group group, String eventId);
  }

  /** Each event group of an item gives one, which is known by where it stands. */
  static Parts events(InterchangeReader.Item item, EventReader reader) {
    var place =
        String.join(
            "/",
            "event",
            item.interchange().sender(),
            item.interchange().reference(),
            item.message().reference(),
            Integer.toString(item.group().trigger().position()));
    var groups = item.group().groups("event");
    var parts = new ArrayList<Part>();
    for (int i = 0; i < groups.size(); i++) {
      int from = groups.get(i).trigger().position();
      int to = i + 1 < groups.size() ? groups.get(i + 1).trigger().position() : Integer.MAX_VALUE;
      var eventId = DecodeContext.stableId(place + "/" + i);
      parts.add(new Part(reader.read(groups.get(i), eventId), from, to));
    }
    return new Parts(parts);
  }

  /**
   * The faults of each: its own, the errors that stand in none of them, and with the first the
   * warnings that stand in none. Each fault is placed once, however many there are of both.
   */
  List<List<Fault>> shares(List<Fault> faults) {
    if (all.size() == 1) {
      return List.of(faults);
    }
    var owned = new HashMap<Integer, List<Fault>>();
    var common = new ArrayList<Fault>();
    for (var fault : faults) {
      int owner = owner(fault);
      if (owner >= 0) {
        owned.computeIfAbsent(owner, unused -> new ArrayList<>()).add(fault);
      } else if (fault.isError()) {
        common.add(fault);
      } else {
        owned.computeIfAbsent(0, unused -> new ArrayList<>()).add(fault);
      }
    }
    var shares = new ArrayList<List<Fault>>(all.size());
    for (int i = 0; i < all.size(); i++) {
      var own = owned.get(i);
      shares.add(own == null ? common : both(own, common, faults));
    }
    return shares;
  }

  /** In the order in which they were found. */
  private static List<Fault> both(List<Fault> own, List<Fault> common, List<Fault> order) {
    if (common.isEmpty()) {
      return own;
    }
    var both = new HashSet<>(own);
    both.addAll(common);
    return order.stream().filter(both::contains).toList();
  }

  private int owner(Fault fault) {
    if (fault.problem().location() instanceof Location.InEdifact place) {
      for (int i = 0; i < all.size(); i++) {
        if (place.segment() >= all.get(i).from() && place.segment() < all.get(i).to()) {
          return i;
        }
      }
    }
    return -1;
  }
}
