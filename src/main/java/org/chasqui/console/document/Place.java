package org.chasqui.console.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.message.Location;

/** The place of a problem in the form of {@link Line#place()}. */
public final class Place {
  private static final Pattern LOCAL_NAME = Pattern.compile("\\*\\[local-name\\(\\)='([^']+)'\\]");
  private static final Pattern STEP =
      Pattern.compile("/(?:[^/:\\[\\]]+:)?([^/\\[\\]:]+)(\\[\\d+\\])?");

  private Place() {}

  /** A pointer into the data of a regional message, in the whole CloudEvents document. */
  public static Optional<String> inData(Location location) {
    return location instanceof Location.AtPointer at
        ? Optional.of("/data" + at.pointer())
        : Optional.empty();
  }

  /** A pointer or XPath into a national document. */
  public static Optional<String> inNational(Location location) {
    return switch (location) {
      case Location.AtPointer at -> Optional.of(at.pointer());
      case Location.AtXPath at -> Optional.of(everyIndex(at.xpath()));
      default -> Optional.empty();
    };
  }

  /** A segment of an interchange. */
  public static Optional<String> inEdifact(Location location) {
    return location instanceof Location.InEdifact at
        ? Optional.of(segment(at.messageReference(), at.segment()))
        : Optional.empty();
  }

  static String segment(String messageReference, int position) {
    return (messageReference == null ? "" : messageReference) + "#" + position;
  }

  /** The path with the index of every step and without prefixes. */
  static String everyIndex(String xpath) {
    var plain = LOCAL_NAME.matcher(xpath).replaceAll("$1");
    var path = new StringBuilder();
    var step = STEP.matcher(plain);
    while (step.find()) {
      if (!step.group(1).startsWith("@") && !step.group(1).endsWith("()")) {
        path.append('/')
            .append(step.group(1))
            .append(step.group(2) == null ? "[1]" : step.group(2));
      }
    }
    return path.toString();
  }

  /** The place above: the pointer or path without its last step; empty at the root. */
  public static String above(String place) {
    int slash = place.lastIndexOf('/');
    return slash <= 0 ? "" : place.substring(0, slash);
  }
}
