package org.chasqui.flow;

import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.ledger.Beginning;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;

/**
 * A decoded message after its checks.
 *
 * @param message in its final form, or null when none could be made
 * @param problems of decoding, schema, rules and routing
 * @param recipients who gets it; none when refused
 * @param decidedBy the administration of a decision, else null
 * @param repeated true for a declaration that is known already: it is kept and goes nowhere
 * @param begins what a declaration begins in the story of its item
 */
record Prepared(
    Decoded decoded,
    RegionalMessage message,
    List<Problem> problems,
    List<Profile> recipients,
    String decidedBy,
    boolean repeated,
    Beginning begins) {

  /** One that is no repetition and begins nothing. */
  Prepared(
      Decoded decoded,
      RegionalMessage message,
      List<Problem> problems,
      List<Profile> recipients,
      String decidedBy) {
    this(decoded, message, problems, recipients, decidedBy, false, Beginning.NONE);
  }

  /** True when it goes nowhere. */
  boolean refused() {
    return message == null || problems.stream().anyMatch(Problem::isError);
  }
}
