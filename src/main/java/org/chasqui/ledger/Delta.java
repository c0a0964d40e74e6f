package org.chasqui.ledger;

/** What a unit of writing adds to the tally of a party. Moments are milliseconds or null. */
record Delta(
    long accepted,
    long delivered,
    long decided,
    long told,
    long refused,
    long parked,
    long waiting,
    long losses,
    long problems,
    Long lastDelivered,
    Long lastDecided) {

  static Delta accepted(long count) {
    return new Delta(count, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
  }

  static Delta decided(long count, long at) {
    return new Delta(0, 0, count, 0, 0, 0, 0, 0, 0, null, at);
  }

  static Delta told(long count) {
    return new Delta(0, 0, 0, count, 0, 0, 0, 0, 0, null, null);
  }

  static Delta refused(long count) {
    return new Delta(0, 0, 0, 0, count, 0, 0, 0, 0, null, null);
  }

  static Delta delivered(long count, long at) {
    return new Delta(0, count, 0, 0, 0, 0, 0, 0, 0, at, null);
  }

  /** Lines that wait or are parked, more or fewer. */
  static Delta standing(long waiting, long parked) {
    return new Delta(0, 0, 0, 0, 0, parked, waiting, 0, 0, null, null);
  }

  static Delta losses(long count) {
    return new Delta(0, 0, 0, 0, 0, 0, 0, count, 0, null, null);
  }

  static Delta problems(long count) {
    return new Delta(0, 0, 0, 0, 0, 0, 0, 0, count, null, null);
  }

  Delta plus(Delta other) {
    return new Delta(
        accepted + other.accepted,
        delivered + other.delivered,
        decided + other.decided,
        told + other.told,
        refused + other.refused,
        parked + other.parked,
        waiting + other.waiting,
        losses + other.losses,
        problems + other.problems,
        other.lastDelivered == null ? lastDelivered : other.lastDelivered,
        other.lastDecided == null ? lastDecided : other.lastDecided);
  }

  Object[] row(String party, String node) {
    return new Object[] {
      party,
      node,
      accepted,
      delivered,
      decided,
      told,
      refused,
      parked,
      waiting,
      losses,
      problems,
      lastDelivered,
      lastDecided
    };
  }
}
