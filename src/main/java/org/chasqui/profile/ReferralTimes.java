package org.chasqui.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chasqui.message.ReferralType;

/**
 * How long the two sides of a referral have (docs/item-life.md). The due time that a referral gives
 * itself comes before these.
 *
 * @param answerWithin of an administration: due time of its referrals that give none, from when the
 *     gateway received them, by type
 * @param assessWithin of an administration: due time of its own move after an answer; null for none
 * @param remindBefore of a post: how long before the due time it is reminded, once each
 */
public record ReferralTimes(
    Map<ReferralType, Duration> answerWithin, Duration assessWithin, List<Duration> remindBefore) {
  /** None. */
  public static final ReferralTimes NONE = new ReferralTimes(Map.of(), null, List.of());
}
