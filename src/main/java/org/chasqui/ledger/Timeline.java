package org.chasqui.ledger;

import java.util.List;

/**
 * The story of one item: its messages (with JSON), the deliveries that carried them, the
 * interchanges they came in, every event of those, oldest first, and all problems.
 */
public record Timeline(
    String itemId,
    List<MessageRow> messages,
    List<Interchange> interchanges,
    List<Delivery> deliveries,
    List<Event> events,
    List<ProblemRow> problems) {}
