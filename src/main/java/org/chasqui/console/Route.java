package org.chasqui.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.access.Right;

/**
 * One line of the route table.
 *
 * @param segments of the path; {@code {name}} matches any one
 * @param guard how callers prove who they are
 * @param rights one of which the caller must have; empty for none
 * @param handler null for a path that another part of the gateway answers
 */
record Route(
    String method,
    List<String> segments,
    Guard guard,
    Set<Right> rights,
    String produces,
    Handler handler) {

  /** How callers prove who they are. */
  enum Guard {
    /** Not at all. */
    PUBLIC,
    /** By bearer token. */
    TOKEN,
    /** By the cookie of the console. */
    COOKIE
  }

  /** The parts of a path that matches, else empty. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    var parts = new HashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (segment.startsWith("{")) {
        parts.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }

  /** The decoded segments of a path; empty when its percent-encoding is broken. */
  static Optional<List<String>> split(String path) {
    try {
      var plain = path.replace("+", "%2B");
      return Optional.of(
          List.of(plain.substring(plain.startsWith("/") ? 1 : 0).split("/", -1)).stream()
              .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
              .toList());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
