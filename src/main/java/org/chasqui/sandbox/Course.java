package org.chasqui.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The course of items at one hub: from item id and time of registration to decisions. */
final class Course {
  private final String party;
  private final SandboxOptions options;
  private final Map<String, Ruling> endings = new ConcurrentHashMap<>();

  Course(String party, SandboxOptions options) {
    this.party = party;
    this.options = options;
  }

  Script script(String itemId) {
    return options.scripted() ? Script.of(itemId) : Script.RELEASED;
  }

  /** All decisions of an item with their times, whether they lie ahead or not. */
  List<Ruling> rulings(String itemId, Instant registeredAt) {
    var script = script(itemId);
    var rulings = new ArrayList<Ruling>(2);
    for (var step : script.steps()) {
      boolean dutiable = step.verdict() == Verdict.DUTY || script == Script.DUTIABLE;
      rulings.add(
          new Ruling(
              party,
              itemId,
              rulings.size() + 1,
              step.verdict(),
              registeredAt.plus(step.after(options.timeScale())),
              dutiable));
    }
    return rulings;
  }

  /** The decisions made by now. */
  List<Ruling> made(String itemId, Instant registeredAt, Instant now) {
    var made = new ArrayList<>(rulings(itemId, registeredAt));
    made.removeIf(ruling -> ruling.at().isAfter(now));
    var ending = endings.get(itemId);
    if (ending != null && !ending.at().isAfter(now)) {
      made.add(ending);
    }
    return made;
  }

  /** Ends the course of an item otherwise than its script: who declared it wants so. */
  void end(String itemId, Verdict verdict, Instant at) {
    endings.put(
        itemId, new Ruling(party, itemId, script(itemId).steps().size() + 1, verdict, at, false));
  }

  /** The last decision made by now, or that the item is registered. */
  Ruling standing(String itemId, Instant registeredAt, Instant now) {
    var made = made(itemId, registeredAt, now);
    return made.isEmpty()
        ? new Ruling(party, itemId, 0, Verdict.REGISTERED, registeredAt, false)
        : made.getLast();
  }

  boolean answeredTwice(String itemId) {
    return script(itemId) == Script.ANSWERED_TWICE;
  }

  /** A time span of the sandbox. */
  Duration scaled(Duration span) {
    return Duration.ofNanos(Math.round(span.toNanos() * options.timeScale()));
  }
}
