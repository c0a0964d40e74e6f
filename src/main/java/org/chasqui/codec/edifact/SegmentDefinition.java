package org.chasqui.codec.edifact;

import java.util.List;
import java.util.Set;

/**
 * A segment: its elements in order, those that repeat written out. A message may narrow that of the
 * directory for its own use.
 */
public record SegmentDefinition(String tag, List<Element> elements) {

  /** An element: composite of several components, or simple with one. */
  record Element(String id, boolean mandatory, List<Component> components) {}

  /**
   * A component with its format.
   *
   * @param allowed the only codes that may stand there; empty when any may
   */
  record Component(String id, boolean mandatory, DataFormat format, Set<String> allowed) {}
}
