package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.console.document.DocumentText;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.OutboxEntry;

/** {@code /v1/outbox/{party}}: a party fetches its documents and says that it has them. */
final class OutboxCalls {
  private static final int LONGEST_WAIT = 20;
  private static final int MOST_ACKNOWLEDGED = 1_000;
  private final Ledger ledger;
  private final OutboxBell bell;

  OutboxCalls(Ledger ledger, OutboxBell bell) {
    this.ledger = ledger;
    this.bell = bell;
  }

  record EntryView(
      String id,
      String reference,
      String mediaType,
      String codec,
      int items,
      String offeredAt,
      String document) {}

  record OutboxView(List<EntryView> entries) {}

  record AcknowledgedView(int acknowledged) {}

  ApiResponse list(Call call) {
    var party = call.part("party");
    if (!party.equals(call.caller().party())) {
      return call.refuse(403, "error.party");
    }
    int limit = call.number("limit", 20, 1, 100);
    var wait = Duration.ofSeconds(call.number("wait", 0, 0, LONGEST_WAIT));
    try {
      var entries = bell.await(party, wait, () -> offered(party, limit));
      return Json.answer(200, new OutboxView(entries == null ? List.of() : entries));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return call.refuse(503, "error.stopping").retryAfter(Duration.ofSeconds(2));
    }
  }

  ApiResponse document(Call call) {
    var party = call.part("party");
    var id = call.id("id");
    if (!party.equals(call.caller().party()) || id.isEmpty()) {
      return call.notFound();
    }
    return ledger
        .delivery(id.getAsLong())
        .filter(detail -> detail.delivery().recipient().equals(party))
        .filter(detail -> detail.document() != null && fetchable(detail.delivery().state()))
        .map(detail -> ApiResponse.of(200, detail.mediaType(), detail.document()))
        .orElseGet(call::notFound);
  }

  ApiResponse acknowledge(Call call) {
    var party = call.part("party");
    if (!party.equals(call.caller().party())) {
      return call.refuse(403, "error.party");
    }
    return Json.read(call.request().body())
        .flatMap(OutboxCalls::deliveries)
        .map(ids -> Json.answer(200, new AcknowledgedView(ledger.acknowledge(party, ids))))
        .orElseGet(() -> call.refuse(400, "error.body", "{\"deliveries\": [\"…\"]}"));
  }

  private List<EntryView> offered(String party, int limit) {
    var entries = ledger.outbox(party, limit).stream().map(OutboxCalls::view).toList();
    return entries.isEmpty() ? null : entries;
  }

  private static boolean fetchable(DeliveryState state) {
    return state == DeliveryState.OFFERED || state == DeliveryState.DELIVERED;
  }

  private static Optional<List<Long>> deliveries(JsonNode body) {
    var listed = body.path("deliveries");
    if (!listed.isArray() || listed.size() > MOST_ACKNOWLEDGED) {
      return Optional.empty();
    }
    var ids = new ArrayList<Long>();
    for (var node : listed) {
      var id = Call.positive(node.asText());
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id.getAsLong());
    }
    return Optional.of(ids);
  }

  private static EntryView view(OutboxEntry entry) {
    return new EntryView(
        Long.toString(entry.deliveryId()),
        entry.reference(),
        entry.mediaType(),
        entry.codec(),
        entry.items(),
        Views.time(entry.offeredAt()),
        DocumentText.of(entry.document(), entry.mediaType()));
  }
}
