package org.chasqui.codec.edifact;

import org.chasqui.message.Location;

/**
 * A segment with its place in a message.
 *
 * @param messageReference 0062 of the message, or null outside one
 * @param position in the message counted from 1 (UNH), in the interchange outside one
 */
public record MessageSegment(Segment segment, String messageReference, int position) {

  /** Text of an element's first component, or null. */
  public String text(int element) {
    return segment.text(element, 1);
  }

  /** Text of a component, or null. */
  public String text(int element, int component) {
    return segment.text(element, component);
  }

  /** The place of an element and component in it; 0 stands for the whole. */
  public Location at(int element, int component) {
    return new Location.InEdifact(
        messageReference, position, Tags.shown(segment.tag()), element, component);
  }
}
