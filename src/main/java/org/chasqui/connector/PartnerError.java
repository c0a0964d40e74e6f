package org.chasqui.connector;

import java.util.regex.Pattern;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * A fault that a hub reported.
 *
 * @param itemId the item at fault when the hub names it, or null for the document as a whole
 * @param code the hub's own code, or null
 * @param text the hub's own words, or null
 */
record PartnerError(String itemId, String code, String text, Location location) {
  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”|‘[^’]*’");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d./-]{7,}");

  /** EAD-9001 with the hub's code and words; what it quotes may be personal and is left out. */
  Problem problem() {
    var words =
        text == null
            ? ""
            : LONG_NUMBER.matcher(QUOTED.matcher(text).replaceAll("…")).replaceAll("…").strip();
    var found = code == null ? words : (code + " " + words).strip();
    return new Problem(
        ProblemCode.PARTNER, Severity.ERROR, location, found.isEmpty() ? null : found, null);
  }
}
