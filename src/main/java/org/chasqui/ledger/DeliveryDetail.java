package org.chasqui.ledger;

import java.util.List;

/** A delivery with what was sent and what came back; null when purged or not there yet. */
public record DeliveryDetail(
    Delivery delivery,
    byte[] document,
    String mediaType,
    byte[] answer,
    List<ProblemRow> problems) {}
