package org.chasqui.sandbox;

/**
 * What posts have counted.
 *
 * @param pushedInterchanges taken by the gateway, as new or as duplicate
 * @param refusedInterchanges refused for good
 * @param repeats pushes that had to be repeated
 * @param pushedItems different items in what the gateway took
 * @param toldItems those of them that a CUSRSP named
 * @param endedItems those of them that a CUSRSP told the last decision of
 * @param decisions all decisions told, later ones and repeated ones included
 * @param documents fetched and acknowledged
 * @param controls CONTRL among them
 */
public record PostCounters(
    long pushedInterchanges,
    long refusedInterchanges,
    long repeats,
    long pushedItems,
    long toldItems,
    long endedItems,
    long decisions,
    long documents,
    long controls) {

  /** Both together. */
  PostCounters plus(PostCounters other) {
    return new PostCounters(
        pushedInterchanges + other.pushedInterchanges,
        refusedInterchanges + other.refusedInterchanges,
        repeats + other.repeats,
        pushedItems + other.pushedItems,
        toldItems + other.toldItems,
        endedItems + other.endedItems,
        decisions + other.decisions,
        documents + other.documents,
        controls + other.controls);
  }

  static PostCounters none() {
    return new PostCounters(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
