package org.chasqui.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chasqui.message.Built;

/**
 * One party: a file of {@code config/administrations} or {@code config/operators}.
 *
 * @param identity who it is
 * @param system its information system and how sure we are of the facts about it
 * @param receives which message kinds it is sent, by flow
 * @param format the codec of what it is sent, with settings
 * @param transport how it is reached
 * @param authentication how the gateway proves who it is
 * @param response how its answers come back
 * @param calendar when it may not be called
 * @param limits rate, batch, size, attempts
 * @param thresholds de minimis and regime limits, dated, with legal source
 * @param releaseCategories which value falls in which immediate release category
 * @param identifiers tax and personal ids with their check
 * @param codes code maps: national status to decision status, currencies, offices ...
 * @param referrals how long the sides of a referral have
 * @param expects events that the party is to tell some time after a message
 * @param facts national facts that are not configuration, each with source and confidence
 * @param quotas how much one person may receive
 * @param requirements fields that a declaration must have
 * @param marks how sure the name of the system and the languages are
 * @param changed when the facts last changed; null only for others than administrations
 * @param enrichments services that are asked before a declaration is delivered
 */
@Built
public record Profile(
    Identity identity,
    SystemFacts system,
    Receives receives,
    Format format,
    Transport transport,
    Authentication authentication,
    Response response,
    Calendar calendar,
    Limits limits,
    List<Threshold> thresholds,
    List<ReleaseCategory> releaseCategories,
    List<IdentifierRule> identifiers,
    Map<String, Map<String, String>> codes,
    ReferralTimes referrals,
    List<Expectation> expects,
    List<Fact> facts,
    List<Quota> quotas,
    List<Requirement> requirements,
    Marks marks,
    LocalDate changed,
    List<Enrichment> enrichments) {

  /** The marks as they are shown: what has none of its own is as sure as the format. */
  public Marks shownMarks() {
    return marks.asSureAs(system.formatConfidence());
  }

  /** Shorthand: the id, which is the file's name without ending. */
  public String id() {
    return identity.id();
  }
}
