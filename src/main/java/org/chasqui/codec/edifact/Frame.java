package org.chasqui.codec.edifact;

import java.util.HashMap;
import java.util.Map;

/** A group of a message that is being read: where in its content we are, and how often it came. */
final class Frame {
  final Use.Groups use;
  final Group group;
  Map<String, Integer> codes = Map.of();
  int index;
  int count;

  Frame(Use.Groups use) {
    this.use = use;
    this.group = new Group(use.name());
  }

  Use current() {
    return use.content().get(index);
  }

  void moveTo(int next) {
    index = next;
    count = 0;
    codes = Map.of();
  }

  int countCode(String code) {
    if (codes.isEmpty()) {
      codes = new HashMap<>();
    }
    return codes.merge(code, 1, Integer::sum);
  }
}
