package org.chasqui.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protocol number, perhaps in several parts: as many pointers, parted by blanks, and {@code
 * {protocol.1}}, {@code {protocol.2}} and so on in the path. The parts are kept as one text, parted
 * by blanks.
 */
final class ProtocolParts {
  private static final String BLANK = " ";

  private final List<String> pointers;

  /** Several pointers where the path names parts; an XPath alone may hold blanks of its own. */
  ProtocolParts(String path, String pointer) {
    pointers = path.contains("{protocol.1}") ? List.of(pointer.split(BLANK)) : List.of(pointer);
  }

  /** The number; empty when a part of it is missing. */
  Optional<String> in(AnswerBody body) {
    var parts = new ArrayList<String>();
    pointers.forEach(pointer -> body.at(pointer).ifPresent(parts::add));
    return parts.size() == pointers.size()
        ? Optional.of(String.join(BLANK, parts))
        : Optional.empty();
  }

  /** The path with the number in its places. */
  static String filled(String path, String protocol) {
    var filled = path.replace("{protocol}", encoded(protocol));
    var parts = protocol.split(BLANK);
    for (int i = 0; i < parts.length; i++) {
      filled = filled.replace("{protocol." + (i + 1) + "}", encoded(parts[i]));
    }
    return filled;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
