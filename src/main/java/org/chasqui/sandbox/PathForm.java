package org.chasqui.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** A path of a profile with one placeholder such as {@code {protocol}}: finds what stands in it. */
final class PathForm {
  private final Pattern pattern;

  PathForm(String path, String placeholder) {
    int at = path.indexOf(placeholder);
    this.pattern =
        at < 0
            ? Pattern.compile(Pattern.quote(path))
            : Pattern.compile(
                Pattern.quote(path.substring(0, at))
                    + "([^/&?]*)"
                    + Pattern.quote(path.substring(at + placeholder.length())));
  }

  /** What stands in the place, decoded; blank for a path without placeholder. */
  Optional<String> value(HubRequest request) {
    var match = pattern.matcher(request.target());
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(match.groupCount() == 0 ? "" : HubRequest.decode(match.group(1)));
  }
}
