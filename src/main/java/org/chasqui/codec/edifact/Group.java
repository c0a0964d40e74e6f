package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The segments of one repetition of a group, in order, and the groups in it. */
public final class Group {
  private final String name;
  private final List<MessageSegment> segments = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  Group(String name) {
    this.name = name;
  }

  void add(MessageSegment segment) {
    segments.add(segment);
  }

  void add(Group group) {
    groups.add(group);
  }

  /** Name in the definition. */
  public String name() {
    return name;
  }

  /** All its own segments. */
  public List<MessageSegment> segments() {
    return Collections.unmodifiableList(segments);
  }

  /** Its groups with a name. */
  public List<Group> groups(String wanted) {
    var found = new ArrayList<Group>();
    for (var group : groups) {
      if (group.name.equals(wanted)) {
        found.add(group);
      }
    }
    return found;
  }

  /** All its groups. */
  public List<Group> groups() {
    return Collections.unmodifiableList(groups);
  }

  /** The segment that began it. */
  public MessageSegment trigger() {
    return segments.getFirst();
  }

  /** Its first segment with a tag, or null. */
  public MessageSegment first(String tag) {
    for (var segment : segments) {
      if (segment.segment().tag().equals(tag)) {
        return segment;
      }
    }
    return null;
  }

  /** Its first segment with a tag and a code at a place, or null. */
  public MessageSegment first(String tag, int element, int component, String code) {
    for (var segment : segments) {
      if (segment.segment().tag().equals(tag) && segment.segment().is(element, component, code)) {
        return segment;
      }
    }
    return null;
  }

  /** Its segments with a tag. */
  public List<MessageSegment> all(String tag) {
    var found = new ArrayList<MessageSegment>();
    for (var segment : segments) {
      if (segment.segment().tag().equals(tag)) {
        found.add(segment);
      }
    }
    return found;
  }
}
