package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.ProblemCode;

/**
 * Puts the segments of one message into the groups of its definition and hands on one item after
 * another. A fault within an item stays with it: the next item begins anew.
 */
final class MessageReader {
  /** Most bytes of one item, and of what stands outside of the items. */
  static final int MAX_ITEM = 1 << 20;

  /** Takes the items. */
  interface Sink {
    /** One item with its faults, to which the taker may add; the header is that of the message. */
    void item(Group header, Group item, List<Fault> faults);
  }

  private final MessageDefinition definition;
  private final Sink sink;
  private final List<Frame> frames = new ArrayList<>();
  private final FaultList outside = new FaultList();
  private FaultList faults = outside;
  private int bytes;
  private int items;
  private int foundDepth;
  private int foundIndex;

  MessageReader(MessageDefinition definition, Sink sink) {
    this.definition = definition;
    this.sink = sink;
    frames.add(new Frame(definition.root()));
    if (definition.isWhole()) {
      faults = new FaultList();
    }
  }

  /** Takes the next segment between UNH and UNT; it must be one that lasts. */
  void segment(MessageSegment placed) {
    var segment = placed.segment();
    if (find(segment, true) || find(segment, false)) {
      enter(placed);
    } else {
      report(
          ProblemCode.SEGMENT_UNEXPECTED,
          SyntaxError.NOT_SUPPORTED_HERE,
          placed,
          "a segment of the layout");
    }
    wholeness(placed);
  }

  /** Ends the message at its trailer. */
  void end(MessageSegment trailer) {
    while (frames.size() > 1) {
      pop(trailer, true);
    }
    var root = frames.getFirst();
    leave(root, root.use.content().size(), trailer);
    if (definition.isWhole() || isAlone()) {
      handOn(root.group);
    } else {
      count(root.group.first("CNT", 1, 1, "10"));
    }
  }

  /** A message without items that is one itself: what is wrong with it is wrong with the item. */
  private boolean isAlone() {
    boolean alone = definition.orWhole() && items == 0;
    if (alone) {
      faults = new FaultList();
      faults.addAll(outside);
      outside.clear();
    }
    return alone;
  }

  /** Ends the message before its trailer: the item under way is not whole. */
  void abort(Fault fault) {
    faults.add(fault);
    while (frames.size() > 1) {
      pop(null, false);
    }
    if (definition.isWhole() || isAlone()) {
      handOn(frames.getFirst().group);
    }
  }

  /** Loses all its items for a fault of its head; before its first segment. */
  void refuse(Fault fault) {
    outside.add(fault);
    if (definition.isWhole()) {
      faults.add(fault);
    }
  }

  /** Faults outside of the items. */
  List<Fault> faults() {
    return outside;
  }

  int items() {
    return items;
  }

  // ---- places ---------------------------------------------------------------------------------

  private boolean find(Segment segment, boolean exactly) {
    for (int depth = frames.size() - 1; depth >= 0; depth--) {
      var frame = frames.get(depth);
      var content = frame.use.content();
      for (int i = frame.index; i < content.size(); i++) {
        var trigger = content.get(i).trigger();
        if (exactly ? trigger.matches(segment) : trigger.sameTag(segment)) {
          foundDepth = depth;
          foundIndex = i;
          return true;
        }
      }
    }
    return false;
  }

  private void enter(MessageSegment placed) {
    int index = foundIndex;
    while (frames.size() - 1 > foundDepth) {
      pop(placed, true);
    }
    var frame = frames.getLast();
    if (index != frame.index) {
      leave(frame, index, placed);
      frame.moveTo(index);
    }
    frame.count++;
    switch (frame.current()) {
      case Use.Segments use -> {
        store(frame, use, placed);
        if (index == 0 && frames.size() > 1) {
          frame.moveTo(1);
        }
      }
      case Use.Groups use -> {
        push(frame, use, placed);
        begin(frame, use, placed);
      }
    }
  }

  private void begin(Frame parent, Use.Groups use, MessageSegment placed) {
    var frame = frames.getLast();
    store(frame, use.trigger(), placed);
    frame.moveTo(1);
    boolean kept = !frame.group.segments().isEmpty() && parent.count <= use.max();
    if (kept && !definition.isItem(use)) {
      parent.group.add(frame.group);
    }
  }

  private void push(Frame parent, Use.Groups use, MessageSegment placed) {
    var frame = new Frame(use);
    if (definition.isItem(use)) {
      faults = new FaultList();
      for (var fault : outside) {
        if (fault.isError()) {
          faults.add(fault);
        }
      }
      bytes = 0;
    }
    if (parent.count > use.max()) {
      report(
          ProblemCode.SEGMENT_REPEATED,
          SyntaxError.GROUP_REPEATED,
          placed,
          "at most " + use.max() + " of " + use.label());
    }
    frames.add(frame);
    frame.count = 1;
  }

  private void pop(MessageSegment placed, boolean whole) {
    var frame = frames.removeLast();
    if (whole) {
      leave(frame, frame.use.content().size(), placed);
    }
    if (definition.isItem(frame.use)) {
      handOn(frame.group);
    }
  }

  private void handOn(Group item) {
    items++;
    sink.item(frames.getFirst().group, item, faults);
    faults = outside;
    bytes = 0;
  }

  /** Reports what should have come before the place that is gone to. */
  private void leave(Frame frame, int to, MessageSegment placed) {
    var content = frame.use.content();
    for (int i = frame.index; i < to && i < content.size(); i++) {
      var use = content.get(i);
      int count = i == frame.index ? frame.count : 0;
      var required = use instanceof Use.Segments segments ? segments.required() : null;
      if (required != null && (count > 0 || use.min() > 0)) {
        for (var code : required) {
          if (i != frame.index || !frame.codes.containsKey(code)) {
            missing(placed, use.trigger().tag() + "+" + code);
          }
        }
      }
      if (count < use.min() && (required == null || required.isEmpty())) {
        missing(placed, use.label());
      }
    }
  }

  // ---- faults ---------------------------------------------------------------------------------

  private void store(Frame frame, Use.Segments use, MessageSegment placed) {
    if (placed.segment().state() != Segment.State.TOO_LONG) {
      SegmentCheck.check(placed, use, faults::add);
    }
    if (frame.count > use.max() || repeatsCode(frame, use, placed)) {
      report(
          ProblemCode.SEGMENT_REPEATED,
          SyntaxError.SEGMENT_REPEATED,
          placed,
          "at most " + Math.min(use.max(), use.each()) + " of " + use.label());
      return;
    }
    int before = bytes;
    bytes += placed.segment().length() + 64;
    if (bytes <= MAX_ITEM) {
      frame.group.add(placed);
    } else if (before <= MAX_ITEM) {
      report(
          ProblemCode.TOO_LARGE, SyntaxError.UNSPECIFIED, placed, MAX_ITEM + " bytes in one item");
    }
  }

  private static boolean repeatsCode(Frame frame, Use.Segments use, MessageSegment placed) {
    var code = use.code(placed.segment());
    return code != null && frame.countCode(code) > use.each();
  }

  private void wholeness(MessageSegment placed) {
    var segment = placed.segment();
    var foreign = segment.foreign();
    if (foreign != null) {
      faults.add(
          Fault.warning(
              ProblemCode.CHARACTER,
              SyntaxError.INVALID_CHARACTER,
              placed.at(foreign[0], foreign[1]),
              "a character outside of the syntax level",
              null));
    }
    if (segment.state() == Segment.State.TOO_LONG) {
      report(
          ProblemCode.TOO_LARGE,
          SyntaxError.TOO_LONG,
          placed,
          "at most " + EdifactLexer.MAX_SEGMENT + " bytes in a segment");
    }
  }

  private void count(MessageSegment control) {
    if (control != null && !String.valueOf(items).equals(control.text(1, 2))) {
      outside.add(
          Fault.of(
              ProblemCode.ENVELOPE,
              SyntaxError.COUNT_DIFFERS,
              control.at(1, 2),
              control.text(1, 2),
              String.valueOf(items)));
    }
  }

  private void missing(MessageSegment placed, String label) {
    report(ProblemCode.SEGMENT_MISSING, SyntaxError.MISSING, placed, label);
  }

  private void report(ProblemCode code, SyntaxError error, MessageSegment placed, String expected) {
    var tag = Tags.shown(placed.segment().tag());
    faults.add(
        Fault.of(code, error, placed.at(0, 0), tag == null ? "no segment tag" : tag, expected));
  }
}
