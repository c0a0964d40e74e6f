package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.ledger.ItemHead;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/**
 * The items of a dispatch held against the declarations: which are declared, which are not, and
 * which stood in an earlier pre-advice of it but no longer do.
 *
 * @param data of the latest pre-advice
 * @param missing ids of items that an earlier pre-advice of the same sender had
 */
record DispatchMatch(
    MessageRow message, JsonNode data, List<Bag> receptacles, List<String> missing) {

  /** What is known of an item of a dispatch. */
  enum Standing {
    DECLARED,
    UNDECLARED
  }

  /** One receptacle. */
  record Bag(String receptacleId, String kilograms, List<Parcel> items) {}

  /**
   * One item in it.
   *
   * @param version of its latest declaration; 0 when it has none
   */
  record Parcel(String itemId, Standing standing, int version, DecisionStatus decision) {}

  /** The match of a dispatch's story; empty when it has no pre-advice that can be read. */
  static Optional<DispatchMatch> of(Ledger ledger, Timeline story) {
    var advices =
        story.messages().stream()
            .filter(row -> row.kind() == MessageKind.DISPATCH_PREADVICE)
            .filter(row -> !row.refused() && row.json() != null)
            .toList();
    return advices.isEmpty() ? Optional.empty() : Optional.of(of(ledger, advices));
  }

  private static DispatchMatch of(Ledger ledger, List<MessageRow> advices) {
    var latest = latest(advices);
    var data = data(latest);
    var items = items(data);
    var heads = ledger.items(items);
    var missing = new LinkedHashSet<String>();
    for (var advice : advices) {
      if (advice.sender().equals(latest.sender())) {
        missing.addAll(items(data(advice)));
      }
    }
    missing.removeAll(items);
    var bags = new ArrayList<Bag>();
    for (var bag : data.path("receptacles")) {
      bags.add(bag(bag, latest.sender(), heads));
    }
    return new DispatchMatch(latest, data, List.copyOf(bags), List.copyOf(missing));
  }

  /** The last one that names items: advices of a consignment name receptacles only. */
  private static MessageRow latest(List<MessageRow> advices) {
    return advices.stream()
        .filter(advice -> !items(data(advice)).isEmpty() || isCancellation(advice))
        .reduce((earlier, later) -> later)
        .orElse(advices.getLast());
  }

  private static boolean isCancellation(MessageRow advice) {
    return data(advice).path("function").asText().equals("CANCELLATION");
  }

  private static JsonNode data(MessageRow row) {
    return Json.read(row.json()).orElseThrow().path("data");
  }

  private static Set<String> items(JsonNode data) {
    var items = new LinkedHashSet<String>();
    data.path("receptacles")
        .forEach(bag -> bag.path("items").forEach(item -> items.add(item.path("itemId").asText())));
    return items;
  }

  private static Bag bag(JsonNode bag, String sender, Map<String, ItemHead> heads) {
    var parcels = new ArrayList<Parcel>();
    for (var item : bag.path("items")) {
      var id = item.path("itemId").asText();
      parcels.add(parcel(id, sender, heads.get(id)));
    }
    return new Bag(
        bag.path("receptacleId").asText(),
        bag.path("grossMass").path("value").asText(null),
        List.copyOf(parcels));
  }

  /** A declaration of another post is none for the post that sends the dispatch. */
  private static Parcel parcel(String id, String sender, ItemHead head) {
    return Stream.ofNullable(head)
        .flatMap(present -> present.ways().stream())
        .filter(way -> way.sender().equals(sender))
        .findFirst()
        .map(way -> new Parcel(id, Standing.DECLARED, way.version(), way.lastDecision()))
        .orElseGet(() -> new Parcel(id, Standing.UNDECLARED, 0, null));
  }

  long items() {
    return receptacles.stream().mapToLong(bag -> bag.items().size()).sum();
  }

  long declared() {
    return receptacles.stream()
        .flatMap(bag -> bag.items().stream())
        .filter(item -> item.standing() == Standing.DECLARED)
        .count();
  }

  /** Declared items among all, 0 to 1 with four places; empty for a dispatch without items. */
  Optional<BigDecimal> rate() {
    return items() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(declared())
                .divide(BigDecimal.valueOf(items()), 4, RoundingMode.HALF_UP));
  }
}
