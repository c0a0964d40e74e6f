package org.chasqui.profile;

import java.time.Duration;
import java.util.List;

/**
 * A service of an administration that is asked about an item before its declaration is delivered:
 * SOAP 1.1, authenticated like the deliveries. What it answers is kept with the rule that it
 * evaluates.
 *
 * @param quota name of the quota that it evaluates
 * @param path below the address of the party, or a whole address of its own
 * @param action SOAPAction
 * @param body what is asked, with {@code {identifier}}, {@code {year}} and {@code {amount}}
 * @param identifiers schemes of the addressee's ids that it knows, the first that is there counts
 * @param answer local name of the element that answers
 * @param errors local name of the element that is not empty when it refuses to answer, or null
 * @param within answers that mean: within the quota; empty when it answers how many items count
 * @param above answers that mean: above it
 * @param whenDown what becomes of the item when no answer comes
 * @param timeout of one call
 * @param waitFor how long an item waits at most, since its delivery was made
 * @param source where this is known from
 */
public record Enrichment(
    String name,
    String quota,
    String path,
    String action,
    BodyTemplate body,
    List<String> identifiers,
    String answer,
    String errors,
    List<String> within,
    List<String> above,
    WhenDown whenDown,
    Duration timeout,
    Duration waitFor,
    String source,
    Confidence confidence) {

  /** What becomes of an item when the service gives no answer. */
  public enum WhenDown {
    /** It is delivered at once; that there was no answer is kept. */
    SEND,
    /** It waits, is asked about again, and is delivered when the time is over. */
    WAIT
  }

  /** True when the service tells how many items the person has received. */
  public boolean counts() {
    return within.isEmpty();
  }
}
