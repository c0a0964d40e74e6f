package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.codec.DecodeContext;

/**
 * What a hub does with a call: lets it in or not, takes documents in once, answers questions, and
 * fails on purpose where a script says so. Thread-safe.
 */
final class Reception {
  private static final Duration DOWN = Duration.ofSeconds(2);
  private static final Duration SECOND_COPY = Duration.ofMillis(200);
  private static final byte[] MALFORMED =
      "{\"answer\": <truncated".getBytes(StandardCharsets.UTF_8);

  private final String party;
  private final HubGate gate;
  private final HubWire wire;
  private final EnquiryDesk enquiries;
  private final List<HubDoor> doors;
  private final Course course;
  private final ItemRegister register;
  private final HubTally tally;
  private final Pusher pusher;
  private final Set<Long> failedOnce = ConcurrentHashMap.newKeySet();
  private volatile long downUntil;

  Reception(
      String party,
      HubGate gate,
      HubWire wire,
      EnquiryDesk enquiries,
      List<HubDoor> doors,
      Course course,
      ItemRegister register,
      HubTally tally,
      Pusher pusher) {
    this.party = party;
    this.gate = gate;
    this.wire = wire;
    this.enquiries = enquiries;
    this.doors = List.copyOf(doors);
    this.course = course;
    this.register = register;
    this.tally = tally;
    this.pusher = pusher;
  }

  ItemRegister register() {
    return register;
  }

  HubTally tally() {
    return tally;
  }

  /** Where declarations wait for who asks; empty when this hub is no such service. */
  Optional<DeclarationStore> store() {
    return doors.getFirst().desk() instanceof DeclarationStore store
        ? Optional.of(store)
        : Optional.empty();
  }

  HubAnswer handle(HubRequest request) {
    tally.calls.increment();
    if (System.currentTimeMillis() < downUntil) {
      return gate.seal(down());
    }
    return gate.seal(gate.login(request).orElseGet(() -> revealed(request)));
  }

  private HubAnswer revealed(HubRequest call) {
    return gate.reveal(call)
        .map(this::wired)
        .orElseGet(() -> wire.close(HubGate.unauthorized(), call));
  }

  private HubAnswer wired(HubRequest call) {
    var enquiry = enquiries.answer(call);
    if (enquiry.isPresent()) {
      return gate.refuse(call).orElseGet(enquiry::get);
    }
    var opened = wire.open(call);
    if (opened.isEmpty()) {
      return HubAnswer.json(400, "{\"title\":\"Bad Request\",\"status\":400}");
    }
    var answer = gate.refuse(call).orElseGet(() -> answer(opened.get()));
    // a malformed answer has lost what stood around it as well
    return answer.body() == MALFORMED ? answer : wire.close(answer, opened.get());
  }

  private HubAnswer answer(HubRequest request) {
    var door = doors.stream().filter(each -> each.takes(request)).findFirst();
    if (door.isPresent()) {
      tally.submissions.increment();
      return gate.refuseDocument(request).orElseGet(() -> submission(request, door.get()));
    }
    return doors.stream()
        .flatMap(each -> each.desk().asked(request).stream())
        .findFirst()
        .orElseGet(() -> HubAnswer.json(404, "{\"title\":\"Not Found\",\"status\":404}"));
  }

  private HubAnswer submission(HubRequest request, HubDoor door) {
    var format = door.format();
    var read = format.read(request.body());
    var fails = failsFirst(read.itemIds());
    if (fails != null) {
      return fails;
    }
    var faults = new ArrayList<>(read.faults());
    for (var itemId : read.itemIds()) {
      if (course.script(itemId) == Script.INVALID) {
        faults.add(new HubFormat.Fault(itemId, null, "INVALID", "refused by script"));
      } else if (needsKnown(format) && register.registeredAt(itemId) < 0) {
        faults.add(new HubFormat.Fault(itemId, null, "UNKNOWN", "not registered"));
      }
    }
    tally.refused.add(faults.stream().map(HubFormat.Fault::itemId).distinct().count());
    boolean inPart =
        (wire.unheard() || format.takesInPart())
            && faults.stream().allMatch(fault -> fault.itemId() != null);
    if (inPart && wire.unheard()) {
      refuseByDecision(faults);
    }
    return faults.isEmpty() || inPart
        ? takeIn(request, door, read, faults)
        : format.refusal(faults);
  }

  private void refuseByDecision(List<HubFormat.Fault> faults) {
    var now = Instant.now();
    faults.stream()
        .map(HubFormat.Fault::itemId)
        .distinct()
        .map(itemId -> new Ruling(party, itemId, 1, Verdict.REFUSED, now, false))
        .forEach(ruling -> pusher.add(ruling, Duration.ZERO));
  }

  private static boolean needsKnown(HubFormat format) {
    return switch (format.effect()) {
      case REGISTERS, STANDS_ALONE -> false;
      case CHANGES, CANCELS, RETURNS, TELLS -> true;
    };
  }

  private HubAnswer takeIn(
      HubRequest request, HubDoor door, HubFormat.Submission read, List<HubFormat.Fault> faults) {
    var faulty = new HashSet<String>();
    faults.forEach(fault -> faulty.add(fault.itemId()));
    var taken = read.itemIds().stream().filter(itemId -> !faulty.contains(itemId)).toList();
    var key = key(request);
    long now = System.currentTimeMillis();
    boolean registers = door.format().effect() == HubFormat.Effect.REGISTERS;
    if (registers) {
      registerAll(taken, door, ItemRegister.digest(key), now);
    } else {
      end(taken, door.format().effect(), Instant.ofEpochMilli(now));
    }
    // a document that comes again under its key gets the answer that it got
    long at = taken.isEmpty() || !registers ? now : register.registeredAt(taken.getFirst());
    var protocol = door.format().protocol(DecodeContext.stableId(party + "/" + key));
    var answer =
        door.desk()
            .submitted(
                new HubFormat.Batch(
                    protocol,
                    read.sender(),
                    taken,
                    List.copyOf(faults),
                    at,
                    ItemRegister.digest(key)));
    return firstTime(taken, Script.MALFORMED_ONCE) ? malformed() : answer;
  }

  private void end(List<String> itemIds, HubFormat.Effect effect, Instant now) {
    for (var itemId : itemIds) {
      switch (effect) {
        case CANCELS -> course.end(itemId, Verdict.CANCELLED, now);
        case RETURNS -> course.end(itemId, Verdict.RETURNED, now);
        default -> {
          // what only changes or tells leaves the course of the item as it is
        }
      }
    }
  }

  private void registerAll(List<String> itemIds, HubDoor door, long key, long now) {
    boolean anyFirst = false;
    for (var itemId : itemIds) {
      switch (register.register(itemId, key, now)) {
        case FIRST -> {
          anyFirst = true;
          schedule(itemId, door.desk(), now);
        }
        case AGAIN_SAME_KEY -> tally.duplicates.increment();
        case AGAIN_OTHER_KEY -> {
          tally.duplicates.increment();
          tally.otherKeys.increment();
        }
      }
    }
    if (anyFirst) {
      tally.keys.increment();
    }
  }

  private void schedule(String itemId, AnswerDesk desk, long now) {
    for (var ruling : course.rulings(itemId, Instant.ofEpochMilli(now))) {
      if (desk.pushes(ruling, now)) {
        pusher.add(ruling, Duration.ZERO);
        if (course.answeredTwice(itemId)) {
          pusher.add(ruling, SECOND_COPY);
        }
      }
    }
  }

  /** The failures that come before anything is taken in. */
  private HubAnswer failsFirst(List<String> itemIds) {
    if (firstTime(itemIds, Script.ERROR_ONCE)) {
      tally.failures.increment();
      return HubAnswer.json(500, "{\"title\":\"Internal Server Error\",\"status\":500}");
    }
    if (firstTime(itemIds, Script.DOWN_ONCE)) {
      downUntil = System.currentTimeMillis() + course.scaled(DOWN).toMillis();
      return down();
    }
    return null;
  }

  /** True when an item of this script is among them that has not yet failed. */
  private boolean firstTime(List<String> itemIds, Script script) {
    boolean first = false;
    for (var itemId : itemIds) {
      if (course.script(itemId) == script) {
        first |= failedOnce.add(ItemRegister.digest(itemId));
      }
    }
    return first;
  }

  private HubAnswer down() {
    tally.failures.increment();
    long rest = Math.max(1, downUntil - System.currentTimeMillis());
    return HubAnswer.json(503, "{\"title\":\"Service Unavailable\",\"status\":503}")
        .with("Retry-After", Long.toString((rest + 999) / 1000));
  }

  private HubAnswer malformed() {
    tally.failures.increment();
    return HubAnswer.of(200, "application/json", MALFORMED);
  }

  /** Without a key of its own a document is known by its bytes. */
  private static String key(HubRequest request) {
    var key = request.header("Idempotency-Key");
    return key != null
        ? key
        : Long.toHexString(
            ItemRegister.digest(new String(request.body(), StandardCharsets.ISO_8859_1)));
  }
}
