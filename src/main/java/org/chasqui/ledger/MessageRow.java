package org.chasqui.ledger;

import java.time.Instant;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/**
 * A recorded message.
 *
 * @param json canonical JSON; null in lists, when refused, or when purged
 * @param begins what a declaration begins in the story of its item
 * @param conversation which declarations and decisions belong together, or null
 */
public record MessageRow(
    long id,
    long interchangeId,
    int position,
    MessageKind kind,
    String businessKey,
    String envelopeId,
    String sender,
    int version,
    boolean refused,
    DecisionStatus status,
    Instant recordedAt,
    byte[] json,
    Beginning begins,
    String conversation) {}
