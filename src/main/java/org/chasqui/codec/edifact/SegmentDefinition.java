package org.chasqui.codec.edifact;

import java.util.List;

/** A segment of a directory: its elements in order, those that repeat written out. */
public record SegmentDefinition(String tag, List<Element> elements) {

  /** An element: composite of several components, or simple with one. */
  record Element(String id, boolean mandatory, List<Component> components) {}

  /** A component with its format. */
  record Component(String id, boolean mandatory, DataFormat format) {}
}
