package org.chasqui.codec.regional;

import org.chasqui.message.Location;

/**
 * JSON pointers of problems. What is in the data is located below the data, as {@code
 * /contents/0/hsCode}; an attribute of the envelope as {@code /envelope/recipient}.
 */
final class Pointers {
  private static final String DATA = "/data";

  private Pointers() {}

  /** The location of a pointer that starts at the message. */
  static Location ofMessage(String pointer) {
    var below = pointer.startsWith(DATA) ? pointer.substring(DATA.length()) : null;
    return below != null && (below.isEmpty() || below.startsWith("/"))
        ? new Location.AtPointer(below)
        : new Location.AtPointer(pointer.isEmpty() ? "/envelope" : "/envelope" + pointer);
  }

  /** An attribute of the envelope. */
  static Location attribute(String name) {
    return new Location.AtPointer("/envelope/" + escaped(name));
  }

  /** The pointer without its first segments. */
  static String below(String pointer, int segments) {
    var at = 0;
    for (var i = 0; i < segments && at >= 0; i++) {
      at = pointer.indexOf('/', at + 1);
    }
    return at < 0 ? "" : pointer.substring(at);
  }

  /** A property name as a segment (RFC 6901). */
  static String escaped(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }
}
