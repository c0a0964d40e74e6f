package org.chasqui.console;

import java.util.List;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;

/** {@code /v1/interchanges/{id}}: what became of a document, and its bytes. */
final class InterchangeCalls {
  private final Ledger ledger;
  private final HeldDeliveries held;

  InterchangeCalls(Ledger ledger, HeldDeliveries held) {
    this.ledger = ledger;
    this.held = held;
  }

  /** The answer: the interchange with one page of its messages and of its problems. */
  record StatusView(
      Views.InterchangeView interchange,
      List<Views.MessageView> messages,
      String nextMessages,
      List<Views.ProblemView> problems,
      String nextProblems,
      List<HeldDeliveries.HeldView> held) {}

  ApiResponse status(Call call) {
    var interchange = visible(call);
    return interchange == null ? call.notFound() : Json.answer(200, view(interchange, call));
  }

  ApiResponse raw(Call call) {
    var interchange = visible(call);
    if (interchange == null) {
      return call.notFound();
    }
    return ledger
        .raw(interchange.id())
        .map(
            bytes ->
                ApiResponse.of(200, mediaType(interchange), bytes)
                    .with("Content-Disposition", "attachment")
                    .with("Content-Length", Long.toString(interchange.size()))
                    .with("ETag", '"' + interchange.sha256() + '"'))
        .orElseGet(() -> call.refuse(410, "error.purged"));
  }

  private StatusView view(Interchange interchange, Call call) {
    int limit = call.number("limit", 100, 1, ItemCalls.MOST);
    var messages =
        ledger.messages(interchange.id(), limit, call.query("messagesCursor").orElse(null));
    var problems =
        ledger.problems(interchange.id(), limit, call.query("problemsCursor").orElse(null));
    return new StatusView(
        Views.of(interchange),
        messages.rows().stream().map(Views::of).toList(),
        messages.next(),
        problems.rows().stream().map(row -> Views.of(row, call.language())).toList(),
        problems.next(),
        held.views(messages.rows().stream().map(MessageRow::id).toList(), delivery -> true));
  }

  private Interchange visible(Call call) {
    var id = call.id("id");
    return id.isEmpty()
        ? null
        : new Sight(ledger, call.confinedTo()).interchange(id.getAsLong()).orElse(null);
  }

  private static String mediaType(Interchange interchange) {
    var type = interchange.header().mediaType();
    return type == null ? "application/octet-stream" : type;
  }
}
