package org.chasqui.ledger;

import java.util.List;

/**
 * The story of one item: its messages (with JSON), the deliveries that carried them, the
 * interchanges they came in, every event of those, oldest first, and all problems.
 *
 * @param alarms deadlines and alarms of the item or dispatch, oldest first
 * @param carried the pre-advices that hold the item, oldest first
 * @param successors ids that the item went on under, for example when it was returned
 * @param legs the ways of the item in all lives of its id, oldest first
 * @param life which life the rest is about; 0 when the item was never declared
 */
public record Timeline(
    String itemId,
    List<MessageRow> messages,
    List<Interchange> interchanges,
    List<Delivery> deliveries,
    List<Event> events,
    List<ProblemRow> problems,
    List<Alarm> alarms,
    List<DispatchItem> carried,
    List<String> successors,
    List<Leg> legs,
    int life) {}
