package org.chasqui.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.Event;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.ledger.Tally;

/** The rows of the ledger in the form of the API: ids as strings, times as RFC 3339 text in UTC. */
final class Views {
  private Views() {}

  record InterchangeView(
      String id,
      String party,
      String door,
      String format,
      String mediaType,
      String reference,
      boolean test,
      String causedBy,
      String receivedAt,
      String sha256,
      long size,
      String state,
      Integer items,
      Integer refused) {}

  record MessageView(
      String id,
      String interchange,
      int position,
      String kind,
      String itemId,
      String envelopeId,
      String sender,
      Integer version,
      boolean refused,
      String status,
      String recordedAt,
      Object document) {}

  record LineView(
      String message, String itemId, Integer version, String state, String nationalReference) {}

  record DeliveryView(
      String id,
      String recipient,
      String codec,
      String reference,
      String idempotencyKey,
      String state,
      int attempts,
      String protocol,
      String reason,
      String createdAt,
      String changedAt,
      String due,
      List<LineView> lines) {}

  record EventView(
      String sequence,
      String at,
      String type,
      String party,
      String interchange,
      String delivery,
      Map<String, String> detail,
      String hash) {}

  record ProblemView(
      String interchange,
      String message,
      String delivery,
      Integer position,
      String code,
      String severity,
      String location,
      String pointer,
      String value,
      String expected,
      String detail) {}

  record TallyView(
      long accepted,
      long delivered,
      long decided,
      long told,
      long refused,
      long parked,
      long waiting,
      long losses,
      long problems,
      String lastDelivered,
      String lastDecided) {}

  static InterchangeView of(Interchange row) {
    var header = row.header();
    boolean read = row.items() >= 0;
    return new InterchangeView(
        Long.toString(row.id()),
        header.party(),
        header.door(),
        header.format(),
        header.mediaType(),
        header.reference(),
        header.test(),
        id(header.causedBy()),
        time(header.receivedAt()),
        row.sha256(),
        row.size(),
        row.state().name(),
        read ? row.items() : null,
        read ? row.refused() : null);
  }

  static MessageView of(MessageRow row) {
    return new MessageView(
        Long.toString(row.id()),
        Long.toString(row.interchangeId()),
        row.position(),
        row.kind() == null ? null : row.kind().schemaName(),
        row.businessKey(),
        row.envelopeId(),
        row.sender(),
        row.version() == 0 ? null : row.version(),
        row.refused(),
        row.status() == null ? null : row.status().name(),
        time(row.recordedAt()),
        row.json() == null ? null : Json.read(row.json()).orElse(null));
  }

  static DeliveryView of(Delivery row) {
    return new DeliveryView(
        Long.toString(row.id()),
        row.recipient(),
        row.codec(),
        row.reference(),
        row.idempotencyKey(),
        row.state().name(),
        row.attempts(),
        row.protocol(),
        row.reason(),
        time(row.createdAt()),
        time(row.changedAt()),
        time(row.due()),
        row.lines().stream().map(Views::of).toList());
  }

  static LineView of(Delivery.Line line) {
    return new LineView(
        Long.toString(line.messageId()),
        line.businessKey(),
        line.version() == 0 ? null : line.version(),
        line.state().name(),
        line.nationalReference());
  }

  static EventView of(Event row) {
    return new EventView(
        Long.toString(row.sequence()),
        time(row.at()),
        row.type(),
        row.party(),
        id(row.interchangeId()),
        id(row.deliveryId()),
        row.detail(),
        row.hash());
  }

  static ProblemView of(ProblemRow row, Locale language) {
    var entry = ProblemDetails.entry(row.problem(), language);
    return new ProblemView(
        id(row.interchangeId()),
        id(row.messageId()),
        id(row.deliveryId()),
        row.position() == 0 ? null : row.position(),
        entry.code(),
        entry.severity(),
        entry.location(),
        entry.pointer(),
        entry.value(),
        entry.expected(),
        entry.detail());
  }

  static TallyView of(Tally row) {
    return new TallyView(
        row.accepted(),
        row.delivered(),
        row.decided(),
        row.told(),
        row.refused(),
        row.parked(),
        row.waiting(),
        row.losses(),
        row.problems(),
        time(row.lastDelivered()),
        time(row.lastDecided()));
  }

  static String time(Instant at) {
    return at == null ? null : at.toString();
  }

  private static String id(long id) {
    return id == 0 ? null : Long.toString(id);
  }
}
