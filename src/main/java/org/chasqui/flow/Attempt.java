package org.chasqui.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.chasqui.codec.Encoded;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ItemAnswer;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.LineOutcome;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.Problem;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Response;

/** One attempt at a delivery on its way through the routes; used by one thread. */
final class Attempt {
  private final DeliveryClaim claim;
  private final Profile profile;
  private final List<LineOutcome> lines = new ArrayList<>();
  private List<DeliveryClaim.Line> carried;
  private Encoded encoded;
  private DocumentRule document;
  private Connector party;
  private boolean decidable = true;
  private boolean called;
  private DeliveryOutcome outcome;
  private NewInterchange answerHeader;
  private RawDocument answer;

  Attempt(DeliveryClaim claim, Profile profile) {
    this.claim = claim;
    this.profile = profile;
    this.carried = claim.lines();
  }

  DeliveryClaim claim() {
    return claim;
  }

  Profile profile() {
    return profile;
  }

  /** Outcomes known so far; a line not among them follows the delivery. */
  List<LineOutcome> lines() {
    return lines;
  }

  /** The lines that the document carries. */
  List<DeliveryClaim.Line> carried() {
    return carried;
  }

  void carried(List<DeliveryClaim.Line> nowCarried) {
    carried = nowCarried;
  }

  Encoded encoded() {
    return encoded;
  }

  void encoded(Encoded document) {
    encoded = document;
  }

  /** Which of the party's documents it is, or null for the usual one. */
  DocumentRule document() {
    return document;
  }

  /**
   * Says what is on its way.
   *
   * @param awaitsDecision false for messages that nobody decides: their answer ends the delivery
   */
  void document(DocumentRule rule, boolean awaitsDecision) {
    document = rule;
    decidable = awaitsDecision;
  }

  /** True when a decision on its messages is to be expected. */
  boolean isDecidable() {
    return decidable;
  }

  /** How the party answers this document. */
  Response response() {
    return document == null || document.response() == null
        ? profile.response()
        : document.response();
  }

  /** The connector of this document; of the same session until the attempt ends. */
  Connector connector(Function<String, Connector> connectors) {
    if (party == null) {
      party = connectors.apply(profile.id());
    }
    return document == null ? party : party.of(document);
  }

  /** True while a call that the connector authorised has no answer. */
  boolean called() {
    return called;
  }

  void called(boolean now) {
    called = now;
  }

  DeliveryOutcome outcome() {
    return outcome;
  }

  void outcome(DeliveryOutcome ended) {
    outcome = ended;
  }

  /** The party's answer that becomes an interchange. */
  void answer(NewInterchange header, RawDocument raw) {
    answerHeader = header;
    answer = raw;
  }

  NewInterchange answerHeader() {
    return answerHeader;
  }

  RawDocument answer() {
    return answer;
  }

  /** Takes over what the hub said of single items; losses of the encoding stay with them. */
  void take(List<ItemAnswer> items, LineState accepted) {
    var byItem = new LinkedHashMap<String, ItemAnswer>();
    items.forEach(item -> byItem.put(item.itemId(), item));
    for (var line : carried) {
      var item = byItem.get(line.businessKey());
      if (item != null) {
        var state = item.accepted() ? accepted : LineState.REFUSED;
        replace(line.messageId(), state, item.nationalReference(), item.problems());
      }
    }
  }

  /** What is carried and not named otherwise is delivered. */
  void deliverTheRest() {
    for (var line : carried) {
      var known = lines.stream().filter(o -> o.messageId() == line.messageId()).findFirst();
      if (known.isEmpty() || known.get().state() == LineState.WAITING) {
        replace(line.messageId(), LineState.DELIVERED, null, List.of());
      }
    }
  }

  private void replace(long messageId, LineState state, String reference, List<Problem> problems) {
    var all = new ArrayList<Problem>();
    String kept = reference;
    for (var iterator = lines.iterator(); iterator.hasNext(); ) {
      var before = iterator.next();
      if (before.messageId() == messageId) {
        all.addAll(before.problems());
        kept = kept == null ? before.nationalReference() : kept;
        iterator.remove();
      }
    }
    all.addAll(problems);
    lines.add(new LineOutcome(messageId, state, kept, all));
  }
}
