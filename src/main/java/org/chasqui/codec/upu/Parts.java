package org.chasqui.codec.upu;

import java.util.ArrayList;
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
   * The faults of one of them: its own, the errors that stand in none of them, and with the first
   * the warnings that stand in none.
   */
  List<Fault> faults(int index, List<Fault> faults) {
    if (all.size() == 1) {
      return faults;
    }
    var theirs = new ArrayList<Fault>();
    for (var fault : faults) {
      int owner = owner(fault);
      if (owner == index || (owner < 0 && (index == 0 || fault.isError()))) {
        theirs.add(fault);
      }
    }
    return theirs;
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
