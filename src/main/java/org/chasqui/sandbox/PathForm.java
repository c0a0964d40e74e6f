package org.chasqui.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of a profile with placeholders such as {@code {protocol}}: finds what stands in one of
 * them; in the others anything may.
 */
final class PathForm {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final String ANYTHING = "[^/&?]*";

  private final Pattern pattern;

  PathForm(String path, String placeholder) {
    var form = new StringBuilder();
    var found = PLACEHOLDER.matcher(path);
    int after = 0;
    while (found.find()) {
      boolean wanted = found.group().equals(placeholder);
      form.append(Pattern.quote(path.substring(after, found.start())))
          .append(wanted ? "(" + ANYTHING + ")" : ANYTHING);
      after = found.end();
    }
    this.pattern = Pattern.compile(form.append(Pattern.quote(path.substring(after))).toString());
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
