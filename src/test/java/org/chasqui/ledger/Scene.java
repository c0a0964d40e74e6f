package org.chasqui.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** What happens at a gateway, in a few words, for the tests of the ledger. */
final class Scene {
  static final Duration LEASE = Duration.ofMinutes(1);
  static final Instant RECEIVED = Instant.parse("2026-11-03T10:15:00Z");

  private final Ledger ledger;

  Scene(Ledger ledger) {
    this.ledger = ledger;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static NewInterchange header(String party, String key) {
    return new NewInterchange(
        party, "http", "upu-edifact", "application/edifact", key, key, false, 0, RECEIVED);
  }

  Acceptance accept(String party, String key, String content) {
    try {
      return ledger.accept(header(party, key), RawDocument.of(bytes(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A declaration or decision about an item. */
  NewMessage message(MessageKind kind, int position, String item, int version) {
    boolean declared = kind == MessageKind.ITEM_DECLARATION;
    var json = "{\"subject\":\"" + item + "\",\"version\":" + version + "}";
    return new NewMessage(
        ledger.newId(),
        position,
        kind,
        item,
        "0198a2de-0000-7000-8000-" + String.format("%012d", position),
        "cla",
        declared ? "D-" + item : null,
        "corr-" + item,
        version,
        bytes(json),
        false,
        null,
        false,
        null,
        Beginning.NONE);
  }

  NewMessage declaration(int position, String item, int version) {
    return message(MessageKind.ITEM_DECLARATION, position, item, version);
  }

  NewMessage decision(int position, String item, int version, DecisionStatus status) {
    var plain = message(MessageKind.CUSTOMS_DECISION, position, item, version);
    return new NewMessage(
        plain.id(),
        position,
        plain.kind(),
        item,
        plain.envelopeId(),
        "br",
        null,
        plain.correlationId(),
        version,
        plain.json(),
        false,
        status,
        status != DecisionStatus.REGISTERED,
        "br",
        Beginning.NONE);
  }

  NewDelivery delivery(String recipient, String about, List<NewMessage> messages) {
    return delivery(recipient, about, messages, null);
  }

  NewDelivery delivery(
      String recipient, String about, List<NewMessage> messages, Gathering gathering) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        recipient,
        "wco-declaration",
        "R" + Long.toString(id, 36).toUpperCase(Locale.ROOT),
        "key-" + id,
        messages.stream().map(NewMessage::id).toList(),
        about,
        null,
        null,
        gathering);
  }

  static Interpretation part(List<NewMessage> messages, List<NewDelivery> deliveries) {
    int to = messages.stream().mapToInt(NewMessage::position).max().orElse(1);
    return new Interpretation(to, messages, List.of(), deliveries, true);
  }

  /** Declares the items, each in the version, to an administration; gives the delivery. */
  long declare(String key, String recipient, int version, String... items) {
    return declare(null, key, recipient, version, items);
  }

  /** The same in a delivery that waits for others. */
  long declare(Gathering gathering, String key, String recipient, int version, String... items) {
    long interchange = accept("cla", key, "ITMATT " + key).interchangeId();
    var messages = new ArrayList<NewMessage>();
    for (int i = 0; i < items.length; i++) {
      messages.add(declaration(i + 1, items[i], version));
    }
    var delivery = delivery(recipient, null, messages, gathering);
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    ledger.record(claim, part(messages, List.of(delivery)));
    return delivery.id();
  }

  /** An administration decides items; gives the delivery to the post. */
  long decide(String key, int version, DecisionStatus status, String... items) {
    long interchange = accept("br", key, "decision " + key).interchangeId();
    var messages = new ArrayList<NewMessage>();
    for (int i = 0; i < items.length; i++) {
      messages.add(decision(i + 1, items[i], version, status));
    }
    var delivery = delivery("cla", "br", messages);
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    ledger.record(claim, part(messages, List.of(delivery)));
    return delivery.id();
  }

  DeliveryClaim claim(long delivery) {
    return ledger.claim(delivery, LEASE).orElseThrow();
  }

  void deliver(long delivery) {
    ledger.finish(claim(delivery), outcome(DeliveryState.DELIVERED));
  }

  static DeliveryOutcome outcome(DeliveryState state, LineOutcome... lines) {
    return new DeliveryOutcome(
        state, null, null, null, bytes("<sent/>"), "application/xml", null, List.of(lines));
  }

  static DeliveryOutcome later(DeliveryState state, Instant due, String protocol, String reason) {
    return new DeliveryOutcome(state, due, protocol, reason, null, null, null, List.of());
  }

  static LineOutcome line(long message, LineState state, String reference, Problem... problems) {
    return new LineOutcome(message, state, reference, List.of(problems));
  }

  static Problem loss() {
    return Problem.of(
        ProblemCode.TEXT_CUT, new Location.AtPointer("/data/contents/0"), "length 90", "up to 70");
  }

  static Search search() {
    return new Search(null, null, null, null, null, null, null, null, 50, null);
  }

  Tally tally(String party) {
    return ledger.tallies().getOrDefault(party, new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null));
  }
}
