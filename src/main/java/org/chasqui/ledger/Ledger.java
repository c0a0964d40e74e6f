package org.chasqui.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;

/**
 * The durable memory of the gateway (design §5 and §6). What a writing call returns is committed
 * with fsync. Every change of state is a compare-and-set: two workers that ask for the same work
 * get it once. Callers block until their group of writes is committed; failures of the store are
 * thrown as {@link LedgerException}.
 *
 * <p>Ids are positive longs, rising with time; {@link #newId()} gives them.
 */
public interface Ledger extends AutoCloseable {

  /** A new id. Never given twice, on any node. */
  long newId();

  // ---- intake

  /**
   * Keeps a document before its sender hears "accepted". The pair (party, key) identifies it: the
   * same pair with the same digest is a duplicate, with another digest a conflict; both change
   * nothing. Writes the event {@code received}.
   */
  Acceptance accept(NewInterchange header, RawDocument raw) throws IOException;

  /** One interchange. */
  Optional<Interchange> interchange(long id);

  /** The bytes as they were received, read in pieces; empty when purged or unknown. */
  Optional<InputStream> raw(long interchangeId);

  // ---- interpretation

  /**
   * Takes an accepted interchange for interpretation, or one whose lease ran out.
   *
   * @return the claim with the position up to which it was recorded already; empty when another
   *     worker has it or it is finished
   */
  Optional<InterpretationClaim> claimInterchange(long id, Duration lease);

  /**
   * Records the next part of an interpretation in one transaction: messages, their problems, the
   * deliveries, the event {@code interpreted}; and for decisions that the line of the declaration
   * is decided. The part must start where the last one ended.
   *
   * @return the claim for the next part
   * @throws LedgerException when the claim was lost to another worker: stop, the other goes on
   */
  InterpretationClaim record(InterpretationClaim claim, Interpretation part);

  /** What is known of the latest declaration of each of these items; unknown items are absent. */
  Map<String, ItemHead> items(Collection<String> itemIds);

  /**
   * Those of these items whose declaration goes or went to the party, with the number of the latest
   * such declaration.
   */
  Map<String, Long> declaredTo(String party, Collection<String> itemIds);

  // ---- delivery

  /**
   * Takes a delivery that is ready, due for a poll, or whose lease ran out. Refused while an
   * earlier unfinished delivery to the same party holds an earlier version of one of its items
   * (order per item).
   */
  Optional<DeliveryClaim> claim(long deliveryId, Duration lease);

  /**
   * Moves lines of a claimed delivery into one of their own, since its document has no room for
   * them; the new one is ready at once and holds later versions back as the first did.
   *
   * @param messageIds of some, not all, of the claim's lines
   * @param rest id of the new delivery, from {@link #newId()}
   * @return the claim without these lines
   * @throws LedgerException when the claim was lost
   */
  DeliveryClaim split(
      DeliveryClaim claim,
      List<Long> messageIds,
      long rest,
      String reference,
      String idempotencyKey);

  /** Ends an attempt. Writes the outcome, its problems and its event in one transaction. */
  void finish(DeliveryClaim claim, DeliveryOutcome outcome);

  /** The same together with the answer of the party, which becomes an interchange of its own. */
  Acceptance finish(
      DeliveryClaim claim, DeliveryOutcome outcome, NewInterchange answer, RawDocument raw)
      throws IOException;

  /** Documents offered to a party that fetches, oldest first. */
  List<OutboxEntry> outbox(String party, int limit);

  /** The deliveries whose documents are offered to a party that fetches, oldest first. */
  List<Long> offered(String party, int limit);

  /**
   * The party says that it has these. Others' deliveries are not touched.
   *
   * @return how many were acknowledged now
   */
  int acknowledge(String party, Collection<Long> deliveryIds);

  /** Unparks one delivery, or the parked lines of one, as a new attempt; false when not parked. */
  boolean replay(long deliveryId, String byParty);

  /** Parked deliveries and lines, newest first. */
  Page<Delivery> parked(String party, int limit, String cursor);

  // ---- what stands still

  /**
   * Finds work that nobody has: accepted but not interpreted, ready but not taken, due again, lease
   * run out. Each work found is held back for {@code handedFor}, so that it is not handed out twice
   * while it waits in a queue.
   */
  List<Work> due(Instant now, Duration handedFor, int limit);

  /** At start of a node: gives up what its earlier life had claimed and makes all of it due. */
  int recover();

  // ---- reading

  /**
   * The whole story of the present life of an item id, oldest first; empty when the item is
   * unknown.
   */
  default Optional<Timeline> timeline(String itemId) {
    return timeline(itemId, 0);
  }

  /**
   * The story of one life of an item id.
   *
   * @param life from 1 on; 0 for the present one
   */
  Optional<Timeline> timeline(String itemId, int life);

  /** One delivery with its documents. */
  Optional<DeliveryDetail> delivery(long id);

  /** Messages by criteria, newest first, paged. */
  Page<MessageRow> search(Search search);

  /** The messages of an interchange, by position, paged. */
  Page<MessageRow> messages(long interchangeId, int limit, String cursor);

  /** Problems of an interchange, by position, paged. */
  Page<ProblemRow> problems(long interchangeId, int limit, String cursor);

  /** Counts and last moments for each party that has any. */
  Map<String, Tally> tallies();

  /** A value that a party's connector keeps (cursor of a poll, breaker), if any. */
  Optional<String> partyState(String party, String key);

  /** Keeps such a value; null removes it. */
  void partyState(String party, String key, String value);

  // ---- quality

  /** Sums of what was counted of quality, in the order of day, operator, lane and measure. */
  List<QualityCount> quality(QualitySearch search);

  /** The first usable declaration of each of these items; unknown items and tests are absent. */
  Map<String, FirstDeclaration> firstDeclarations(Collection<String> itemIds);

  /** The usable tracking events that name one of these items first, oldest first. */
  Map<String, List<RecordedEvent>> trackingEvents(Collection<String> itemIds);

  /** The orders of marketplaces recorded under these item ids or tracking numbers, oldest first. */
  Map<String, List<RecordedMessage>> orders(Collection<String> keys);

  /** All usable messages recorded under these keys whose content is still there, oldest first. */
  Map<String, List<RecordedMessage>> recorded(Collection<String> businessKeys);

  /** Those of these keys under which a usable message of the kind was recorded. */
  Set<String> recorded(MessageKind kind, Collection<String> businessKeys);

  // ---- rules and opening hours

  /** The rules that assessed declarations, kept as they were. */
  RuleRecords rules();

  /** Deliveries that wait until their party opens. */
  Holding holding();

  // ---- the life of items

  /** Deadlines and alarms. */
  AlarmBook alarms();

  /** Which items travel in which dispatches, and who was sent what of an item. */
  ItemBook itemBook();

  // ---- keeping

  /** Adds an event that no other call writes, for example a breaker that opened. */
  void note(String party, String type, Map<String, String> detail);

  /**
   * Walks the chain of events and the digests that they vouch for.
   *
   * @param report called for each fault: what was changed, is missing or stands in another order
   * @return how many events were verified
   */
  long verify(Consumer<Problem> report);

  /** Removes raw bytes, messages and documents of finished items older than this; keeps digests. */
  int purge(Instant before);

  /** True when a small write is durable within the time. */
  boolean healthy(Duration within);

  @Override
  void close();
}
