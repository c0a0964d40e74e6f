package org.chasqui.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A deadline to set (see {@link Alarm}).
 *
 * @param id from {@link Ledger#newId()}
 * @param identity of one identity one stands at a time: setting it again changes nothing
 * @param due when it becomes an alarm unless it is met; null for one that waits for something else
 * @param pause from the answer to a referral to the due time of who asked; null for none
 */
public record NewAlarm(
    long id,
    String identity,
    AlarmKind kind,
    String subject,
    String party,
    String other,
    String reference,
    String detail,
    long messageId,
    Instant due,
    Duration pause) {}
