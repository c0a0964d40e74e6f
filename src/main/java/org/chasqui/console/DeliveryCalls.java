package org.chasqui.console;

import java.util.List;
import org.chasqui.access.Right;
import org.chasqui.console.document.DocumentText;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.Ledger;

/** {@code /v1/deliveries} and {@code /v1/parked}: what was sent, what stands still, and replay. */
final class DeliveryCalls {
  private final Ledger ledger;
  private final HeldDeliveries held;

  DeliveryCalls(Ledger ledger, HeldDeliveries held) {
    this.ledger = ledger;
    this.held = held;
  }

  /** One delivery with the document sent and the answer that came back, as text. */
  record DetailView(
      Views.DeliveryView delivery,
      String mediaType,
      String document,
      String answer,
      List<Views.ProblemView> problems,
      List<HeldDeliveries.HeldView> held) {}

  record ParkedView(List<Views.DeliveryView> parked, String next) {}

  record ReplayView(String id, boolean replayed) {}

  ApiResponse delivery(Call call) {
    var detail = visible(call);
    return detail == null ? call.notFound() : Json.answer(200, view(detail, call));
  }

  ApiResponse parked(Call call) {
    int limit = call.number("limit", 50, 1, ItemCalls.MOST);
    var party = call.confinedTo() == null ? call.query("party").orElse(null) : call.confinedTo();
    var page = ledger.parked(party, limit, call.query("cursor").orElse(null));
    var rows = page.rows().stream().map(Views::of).toList();
    return Json.answer(200, new ParkedView(rows, page.next()));
  }

  ApiResponse replay(Call call) {
    var detail = visible(call);
    if (detail == null) {
      return call.notFound();
    }
    return switch (replay(detail.delivery(), call)) {
      case DONE -> Json.answer(202, new ReplayView(call.part("id"), true));
      case NOT_PARKED -> call.refuse(409, "error.not-parked");
      case NOT_ALLOWED -> call.refuse(403, "error.party");
    };
  }

  /** How a replay ended. */
  enum Replay {
    DONE,
    NOT_PARKED,
    NOT_ALLOWED
  }

  /** Replays for the recipient itself or for an operator of the gateway. */
  Replay replay(Delivery delivery, Call call) {
    boolean own = delivery.recipient().equals(call.caller().party());
    if (!call.may(Right.REPLAY) || (!own && !call.may(Right.READ_ALL))) {
      return Replay.NOT_ALLOWED;
    }
    return ledger.replay(delivery.id(), call.caller().party()) ? Replay.DONE : Replay.NOT_PARKED;
  }

  DeliveryDetail visible(Call call) {
    var id = call.id("id");
    return id.isEmpty()
        ? null
        : new Sight(ledger, call.confinedTo()).delivery(id.getAsLong()).orElse(null);
  }

  private DetailView view(DeliveryDetail detail, Call call) {
    return new DetailView(
        Views.of(detail.delivery()),
        detail.mediaType(),
        DocumentText.of(detail.document(), detail.mediaType()),
        DocumentText.of(detail.answer(), null),
        detail.problems().stream().map(row -> Views.of(row, call.language())).toList(),
        held.views(detail.delivery()));
  }
}
