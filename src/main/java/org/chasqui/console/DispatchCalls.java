package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.chasqui.ledger.Ledger;

/** {@code /v1/dispatches}: a dispatch with its receptacles and items, declared or not. */
final class DispatchCalls {
  private final Ledger ledger;

  DispatchCalls(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The answer to one dispatch. */
  record DispatchView(
      String dispatchId,
      String sender,
      String function,
      String originImpcCode,
      String destinationImpcCode,
      String closedAt,
      String consignmentId,
      List<ReceptacleView> receptacles,
      List<String> missing,
      long items,
      long declared,
      long undeclared,
      BigDecimal matchRate) {}

  record ReceptacleView(String receptacleId, String kilograms, List<ParcelView> items) {}

  record ParcelView(String itemId, String standing, Integer version, String decision) {}

  ApiResponse dispatch(Call call) {
    var id = call.part("dispatch").strip().toUpperCase(Locale.ROOT);
    return new Sight(ledger, call.confinedTo())
        .timeline(id)
        .flatMap(story -> DispatchMatch.of(ledger, story))
        .map(match -> Json.answer(200, view(match)))
        .orElseGet(call::notFound);
  }

  private static DispatchView view(DispatchMatch match) {
    return new DispatchView(
        text(match.data(), "dispatchId"),
        match.message().sender(),
        text(match.data(), "function"),
        text(match.data(), "originImpcCode"),
        text(match.data(), "destinationImpcCode"),
        text(match.data(), "closedAt"),
        text(match.data(), "consignmentId"),
        match.receptacles().stream().map(DispatchCalls::view).toList(),
        match.missing(),
        match.items(),
        match.declared(),
        match.items() - match.declared(),
        match.rate().orElse(null));
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asText(null);
  }

  private static ReceptacleView view(DispatchMatch.Bag bag) {
    var items =
        bag.items().stream()
            .map(
                item ->
                    new ParcelView(
                        item.itemId(),
                        item.standing().name(),
                        item.version() == 0 ? null : item.version(),
                        item.decision() == null ? null : item.decision().name()))
            .toList();
    return new ReceptacleView(bag.receptacleId(), bag.kilograms(), items);
  }
}
