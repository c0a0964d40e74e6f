package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
