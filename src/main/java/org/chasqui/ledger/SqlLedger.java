package org.chasqui.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
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

/** The ledger in SQLite or PostgreSQL: joins the parts, each of which does one thing. */
final class SqlLedger implements Ledger {
  private final LedgerConfiguration configuration;
  private final Store store;
  private final Writer writer;
  private final Ids ids;
  private final Reading reading;
  private final Intake intake;
  private final Interpreting interpreting;
  private final Claiming claiming;
  private final Finishing finishing;
  private final Outbox outbox;
  private final Lists lists;
  private final Tallies tallies;
  private final Alarms alarms;

  private SqlLedger(LedgerConfiguration configuration, Store store, Nodes.Registered node) {
    this.configuration = configuration;
    this.store = store;
    var group = new Group(store, configuration);
    writer = new Writer(configuration, group);
    var clock = configuration.clock();
    ids = new Ids(clock, node.number(), node.mark(), () -> writer.write(transaction -> true));
    group.ids(ids);
    reading = new Reading(store);
    intake = new Intake(writer, ids, configuration.firstHandOver());
    var routing = new Routing(configuration.firstHandOver());
    interpreting = new Interpreting(writer, ids, routing);
    alarms = new Alarms(writer, reading, routing);
    claiming = new Claiming(writer, reading, ids);
    finishing = new Finishing(ids);
    outbox = new Outbox(writer, reading);
    lists = new Lists(reading);
    tallies = new Tallies(writer, reading);
  }

  static Ledger open(LedgerConfiguration configuration) {
    var store = new Store(configuration);
    try {
      store.migrate();
      var ledger = new SqlLedger(configuration, store, Nodes.register(store, configuration));
      ledger.writer.start();
      return ledger;
    } catch (SQLException | RuntimeException e) {
      store.close();
      throw e instanceof LedgerException known
          ? known
          : new LedgerException("cannot open " + configuration + ": " + e.getMessage(), e);
    }
  }

  @Override
  public long newId() {
    return ids.next();
  }

  @Override
  public Acceptance accept(NewInterchange header, RawDocument raw) throws IOException {
    return intake.accept(header, raw);
  }

  @Override
  public Optional<Interchange> interchange(long id) {
    return lists.interchange(id);
  }

  @Override
  public Optional<InputStream> raw(long interchangeId) {
    return RawStream.open(reading, interchangeId);
  }

  @Override
  public Optional<InterpretationClaim> claimInterchange(long id, Duration lease) {
    return interpreting.claim(id, lease);
  }

  @Override
  public InterpretationClaim record(InterpretationClaim claim, Interpretation part) {
    return interpreting.record(claim, part);
  }

  @Override
  public Map<String, ItemHead> items(Collection<String> itemIds) {
    return lists.items(itemIds);
  }

  @Override
  public Map<String, Long> declaredTo(String party, Collection<String> itemIds) {
    return lists.declaredTo(party, itemIds);
  }

  @Override
  public Optional<DeliveryClaim> claim(long deliveryId, Duration lease) {
    return claiming.claim(deliveryId, lease);
  }

  @Override
  public DeliveryClaim split(
      DeliveryClaim claim,
      List<Long> messageIds,
      long rest,
      String reference,
      String idempotencyKey) {
    return new Splitting(writer).split(claim, messageIds, rest, reference, idempotencyKey);
  }

  @Override
  public void finish(DeliveryClaim claim, DeliveryOutcome outcome) {
    var prepared = finishing.prepare(claim, outcome);
    writer.write(
        transaction -> {
          finishing.finish(transaction, prepared);
          return true;
        });
  }

  @Override
  public Acceptance finish(
      DeliveryClaim claim, DeliveryOutcome outcome, NewInterchange answer, RawDocument raw)
      throws IOException {
    var prepared = finishing.prepare(claim, outcome);
    var document = intake.prepare(answer, raw);
    return writer.write(
        transaction -> {
          finishing.finish(transaction, prepared);
          return intake.seal(transaction, document);
        });
  }

  @Override
  public List<OutboxEntry> outbox(String party, int limit) {
    return outbox.list(party, limit);
  }

  @Override
  public List<Long> offered(String party, int limit) {
    return outbox.offered(party, limit);
  }

  @Override
  public int acknowledge(String party, Collection<Long> deliveryIds) {
    return outbox.acknowledge(party, deliveryIds);
  }

  @Override
  public boolean replay(long deliveryId, String byParty) {
    return new Parking(writer).replay(deliveryId, byParty);
  }

  @Override
  public Page<Delivery> parked(String party, int limit, String cursor) {
    return lists.parked(party, limit, cursor);
  }

  @Override
  public List<Work> due(Instant now, Duration handedFor, int limit) {
    return new Sweeping(writer).due(now, handedFor, limit);
  }

  @Override
  public int recover() {
    return new Sweeping(writer).recover();
  }

  @Override
  public Optional<Timeline> timeline(String itemId, int life) {
    return new Timelines(reading).of(itemId, life);
  }

  @Override
  public Optional<DeliveryDetail> delivery(long id) {
    return lists.delivery(id);
  }

  @Override
  public Page<MessageRow> search(Search search) {
    return new Searching(reading).search(search);
  }

  @Override
  public Page<MessageRow> messages(long interchangeId, int limit, String cursor) {
    return lists.messages(interchangeId, limit, cursor);
  }

  @Override
  public Page<ProblemRow> problems(long interchangeId, int limit, String cursor) {
    return lists.problems(interchangeId, limit, cursor);
  }

  @Override
  public Map<String, Tally> tallies() {
    return tallies.all();
  }

  @Override
  public Optional<String> partyState(String party, String key) {
    return tallies.state(party, key);
  }

  @Override
  public void partyState(String party, String key, String value) {
    tallies.state(party, key, value);
  }

  @Override
  public List<QualityCount> quality(QualitySearch search) {
    return new QualityReading(reading).sums(search);
  }

  @Override
  public Map<String, FirstDeclaration> firstDeclarations(Collection<String> itemIds) {
    return new QualityReading(reading).firstDeclarations(itemIds);
  }

  @Override
  public Map<String, List<RecordedEvent>> trackingEvents(Collection<String> itemIds) {
    return new QualityReading(reading).trackingEvents(itemIds);
  }

  @Override
  public Map<String, List<RecordedMessage>> orders(Collection<String> keys) {
    return new QualityReading(reading).orders(keys);
  }

  @Override
  public Map<String, List<RecordedMessage>> recorded(Collection<String> businessKeys) {
    return new QualityReading(reading).recorded(businessKeys);
  }

  @Override
  public Set<String> recorded(MessageKind kind, Collection<String> businessKeys) {
    return new QualityReading(reading).recorded(kind, businessKeys);
  }

  @Override
  public RuleRecords rules() {
    return new RuleRecords(writer, reading);
  }

  @Override
  public Holding holding() {
    return new Holding(writer, reading);
  }

  @Override
  public AlarmBook alarms() {
    return alarms;
  }

  @Override
  public ItemBook itemBook() {
    return new SqlItemBook(reading);
  }

  @Override
  public void note(String party, String type, Map<String, String> detail) {
    writer.write(
        transaction -> {
          transaction.event(type, party, 0, 0, detail);
          return true;
        });
  }

  @Override
  public long verify(Consumer<Problem> report) {
    return new Verifying(reading, report).verify();
  }

  @Override
  public int purge(Instant before) {
    return new Purging(writer, reading).purge(before);
  }

  @Override
  public boolean healthy(Duration within) {
    return Nodes.writes(writer, configuration.node(), within);
  }

  @Override
  public void close() {
    writer.close();
    store.close();
  }
}
