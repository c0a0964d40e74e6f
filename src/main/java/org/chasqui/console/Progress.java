package org.chasqui.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/** How far an item is on its way: the five steps from the post and back to it. */
record Progress(List<Step> steps) {

  /**
   * One step.
   *
   * @param at when it was done, or null
   * @param stopped true when it stands parked or refused
   * @param decision the latest, at the step of the decision
   */
  record Step(String name, Instant at, boolean stopped, DecisionStatus decision) {
    String tone() {
      return stopped ? "stopped" : at == null ? "open" : "done";
    }
  }

  static Progress of(Timeline story) {
    var declaration = latest(story, MessageKind.ITEM_DECLARATION);
    var decision = latest(story, MessageKind.CUSTOMS_DECISION);
    var steps = new ArrayList<Step>();
    steps.add(
        new Step("received", declaration.map(d -> receivedAt(story, d)).orElse(null), false, null));
    steps.add(
        new Step(
            "translated",
            declaration.filter(d -> !d.refused()).map(MessageRow::recordedAt).orElse(null),
            declaration.filter(MessageRow::refused).isPresent(),
            null));
    steps.add(carried("delivered", story, declaration));
    steps.add(
        new Step(
            "decided",
            decision.map(MessageRow::recordedAt).orElse(null),
            false,
            decision.map(MessageRow::status).orElse(null)));
    steps.add(carried("told", story, decision));
    return new Progress(steps);
  }

  /** True when nothing more is to be expected soon. */
  boolean ended() {
    return steps.stream().anyMatch(Step::stopped)
        || steps.stream().allMatch(step -> step.at() != null)
            && steps.get(3).decision() != DecisionStatus.REGISTERED;
  }

  private static Optional<MessageRow> latest(Timeline story, MessageKind kind) {
    return story.messages().stream()
        .filter(row -> row.kind() == kind)
        .max(Comparator.comparingLong(MessageRow::id));
  }

  private static Instant receivedAt(Timeline story, MessageRow message) {
    return story.interchanges().stream()
        .filter(row -> row.id() == message.interchangeId())
        .map(row -> row.header().receivedAt())
        .findFirst()
        .orElse(message.recordedAt());
  }

  private static Step carried(String name, Timeline story, Optional<MessageRow> message) {
    var deliveries =
        message.stream()
            .flatMap(row -> story.deliveries().stream().filter(d -> line(d, row).isPresent()))
            .toList();
    boolean stopped =
        deliveries.stream()
            .map(d -> line(d, message.get()).get().state())
            .anyMatch(state -> state == LineState.PARKED || state == LineState.REFUSED);
    var at =
        deliveries.stream()
            .filter(d -> arrived(d, line(d, message.get()).get()))
            .map(Delivery::changedAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Step(name, at, stopped, null);
  }

  private static boolean arrived(Delivery delivery, Delivery.Line line) {
    return delivery.state() == DeliveryState.DELIVERED
        || line.state() == LineState.DELIVERED
        || line.state() == LineState.DECIDED;
  }

  private static Optional<Delivery.Line> line(Delivery delivery, MessageRow message) {
    return delivery.lines().stream().filter(l -> l.messageId() == message.id()).findFirst();
  }
}
