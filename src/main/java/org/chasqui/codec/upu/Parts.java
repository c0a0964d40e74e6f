package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.message.Location;
import org.chasqui.message.RegionalData;

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
