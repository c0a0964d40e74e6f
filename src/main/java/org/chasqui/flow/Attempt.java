package org.chasqui.flow;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Encoded;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.LineOutcome;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.RawDocument;
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
}
