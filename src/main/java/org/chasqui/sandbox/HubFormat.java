package org.chasqui.sandbox;

import java.util.List;

/** The documents of one interface: reads what is submitted, writes what is answered. */
interface HubFormat {

  /** Reads a submission; items and the faults found, none when it is taken as it is. */
  Submission read(byte[] document);

  /**
   * The number under which a submission is kept, which its receipt gives and polls name.
   *
   * @param key one of the submission alone
   */
  default String protocol(String key) {
    return key;
  }

  /** Acknowledges a submission. */
  HubAnswer receipt(String reference);

  /** Refuses a submission. */
  HubAnswer refusal(List<Fault> faults);

  /** Document with decisions. */
  byte[] decisions(List<Ruling> rulings);

  /** Media type of {@link #decisions}. */
  String mediaType();

  /**
   * The outcome of a submission by protocol number; null when it is not there yet.
   *
   * @param rulings one for each item taken in, in order
   * @param faults of the items that were not
   */
  default HubAnswer outcome(Batch batch, List<Ruling> rulings, List<Fault> faults) {
    boolean decided = rulings.stream().anyMatch(ruling -> ruling.verdict() != Verdict.REGISTERED);
    return decided ? HubAnswer.of(200, mediaType(), decisions(rulings)) : HubAnswer.empty(204);
  }

  /** The list of decisions that can be asked for, by their ids. */
  default HubAnswer list(List<String> ids) {
    var quoted = ids.stream().map(id -> '"' + id + '"').toList();
    return HubAnswer.json(200, "{\"answers\":[" + String.join(",", quoted) + "]}");
  }

  /** The answer to a poll that comes too early. */
  default HubAnswer notYet(Batch batch) {
    return HubAnswer.empty(204);
  }

  /** True for a question that comes to the address of submissions. */
  default boolean asks(HubRequest request) {
    return false;
  }

  /** What a document does to the items that it names. */
  enum Effect {
    /** They are known from then on. */
    REGISTERS,
    /** Known ones are changed. */
    CHANGES,
    /** Known ones are taken back. */
    CANCELS,
    /** Known ones go back. */
    RETURNS,
    /** Known ones are told of. */
    TELLS,
    /** It needs nothing that is known: what it names are no items, or are declared twice. */
    STANDS_ALONE
  }

  /** What a submission does. */
  default Effect effect() {
    return Effect.REGISTERS;
  }

  /** True for a status that tells items which are registered and not decided. */
  default boolean tellsRegistered() {
    return false;
  }

  /** True when faulty items are told with the outcome and the others are taken in without them. */
  default boolean takesInPart() {
    return false;
  }

  /**
   * A document as read.
   *
   * @param sender what the outcome repeats of the sender, or null
   */
  record Submission(List<String> itemIds, List<Fault> faults, String sender) {}

  /**
   * A fault of a document.
   *
   * @param itemId the item at fault, or null for the document as a whole
   * @param place pointer or path
   */
  record Fault(String itemId, String place, String code, String text) {}

  /**
   * A document taken in under a protocol number.
   *
   * @param receivedAt milliseconds of the epoch
   * @param registration number of the submission, of which the hub makes the numbers that it gives
   */
  record Batch(
      String protocol,
      String sender,
      List<String> itemIds,
      List<Fault> faults,
      long receivedAt,
      long registration) {

    Batch(
        String protocol, String sender, List<String> itemIds, List<Fault> faults, long receivedAt) {
      this(protocol, sender, itemIds, faults, receivedAt, ItemRegister.digest(protocol));
    }
  }
}
