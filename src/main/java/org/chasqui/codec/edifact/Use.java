package org.chasqui.codec.edifact;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may stand at a place of a message: a segment or a group of segments. */
public sealed interface Use {

  int min();

  int max();

  /** The segment that begins it. */
  Segments trigger();

  /** The name in problems: {@code NAD+MS}, {@code group party (NAD)}. */
  String label();

  /** An element or component: element from 1, component from 1. */
  record Place(int element, int component) {
    /** The form of the definition files. */
    String text() {
      return element + "." + component;
    }

    static Place of(String text) {
      int dot = text.indexOf('.');
      return dot < 0
          ? new Place(Integer.parseInt(text), 1)
          : new Place(
              Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }
  }

  /**
   * A segment of a message.
   *
   * @param definition the directory's, narrowed for this use
   * @param qualifier where the code stands that says what it means, or null
   * @param codes the codes known there, each with the field it fills or a word on it
   * @param open true when another code is passed over with a warning, false when it is a fault
   * @param required codes that must come once
   * @param each how often one code may come
   * @param value where the value stands that {@code codes} speaks of, or null
   * @param fills the fields that single places fill, by field
   */
  record Segments(
      SegmentDefinition definition,
      int min,
      int max,
      Place qualifier,
      Map<String, String> codes,
      boolean open,
      Set<String> required,
      int each,
      Place value,
      Map<String, Place> fills)
      implements Use {

    String tag() {
      return definition.tag();
    }

    /** True when the segment has this tag and, where a qualifier is set, one of the codes. */
    boolean matches(Segment segment) {
      return sameTag(segment) && (qualifier == null || codes.isEmpty() || code(segment) != null);
    }

    /** Tags are shared strings, see {@link Tags}; the slow way is for odd ones. */
    @SuppressWarnings({"StringEquality", "ReferenceEquality"})
    boolean sameTag(Segment segment) {
      return segment.tag() == tag() || segment.tag().equals(tag());
    }

    /** The known code that the segment has where its qualifier stands, or null. */
    String code(Segment segment) {
      if (qualifier == null) {
        return null;
      }
      for (var code : codes.keySet()) {
        if (segment.is(qualifier.element(), qualifier.component(), code)) {
          return code;
        }
      }
      return null;
    }

    @Override
    public Segments trigger() {
      return this;
    }

    @Override
    public String label() {
      return codes.size() == 1 && !open ? tag() + "+" + codes.keySet().iterator().next() : tag();
    }
  }

  /** A group: its first use is the segment that begins it. */
  record Groups(String name, int min, int max, List<Use> content) implements Use {
    @Override
    public Segments trigger() {
      return content.getFirst().trigger();
    }

    @Override
    public String label() {
      return "group " + name + " (" + trigger().label() + ")";
    }
  }
}
