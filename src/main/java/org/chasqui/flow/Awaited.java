package org.chasqui.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.Encoded;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * Declarations for parties whose documents need the dispatch: they wait for the pre-advice of their
 * item, are completed with it before they are written, and go as they are when it has not come
 * (docs/item-life.md).
 */
final class Awaited {
  private static final Location DISPATCH = new Location.AtPointer("/transport/dispatchId");

  private final Ledger ledger;
  private final Profiles profiles;
  private final Preadvices preadvices;

  Awaited(Ledger ledger, Profiles profiles, Preadvices preadvices) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.preadvices = preadvices;
  }

  /** Until when a message waits for its pre-advice before the recipient is sent it, or null. */
  static Instant until(Profile recipient, RegionalMessage message, Instant receivedAt) {
    var within = recipient.receives().preadviceWithin();
    return within == null || !lacksDispatch(message) ? null : receivedAt.plus(within);
  }

  private static boolean lacksDispatch(RegionalMessage message) {
    return message.data() instanceof ItemDeclaration declaration
        && declaration.function() != MessageFunction.CANCELLATION
        && (declaration.transport() == null || declaration.transport().dispatchId() == null);
  }

  /**
   * Messages as they are written.
   *
   * @param problems for each of them
   */
  record Completed(List<RegionalMessage> messages, List<List<Problem>> problems) {

    /** The document, with what is to be told of each message beside what it could not carry. */
    Encoded told(Encoded encoded) {
      if (problems.stream().allMatch(List::isEmpty)) {
        return encoded;
      }
      var carriages = new ArrayList<Carriage>();
      for (int i = 0; i < problems.size(); i++) {
        var carriage = encoded.carriages().get(i);
        var all = new ArrayList<>(problems.get(i));
        all.addAll(carriage.problems());
        carriages.add(new Carriage(carriage.state(), List.copyOf(all)));
      }
      return new Encoded(encoded.document(), encoded.mediaType(), carriages);
    }
  }

  /** The messages of a delivery, completed with what pre-advices say now. */
  Completed completed(Profile recipient, List<RegionalMessage> messages) {
    var within = recipient.receives().preadviceWithin();
    if (within == null) {
      return new Completed(messages, Collections.nCopies(messages.size(), List.of()));
    }
    var dispatched = dispatched(lacking(messages));
    var completed = new ArrayList<RegionalMessage>();
    var problems = new ArrayList<List<Problem>>();
    for (var message : messages) {
      var told = new ArrayList<Problem>();
      var book = dispatched.get(message.envelope().source());
      var written =
          book == null || !lacksDispatch(message) ? message : book.completed(message, told);
      if (lacksDispatch(written)) {
        var awaited = "a pre-advice that holds the item, within " + within;
        told.add(Problem.of(ProblemCode.PREADVICE_MISSING, DISPATCH, null, awaited));
      }
      completed.add(written);
      problems.add(told);
    }
    return new Completed(completed, problems);
  }

  /** The items without dispatch, by the address of who declared them. */
  private static Map<String, List<String>> lacking(List<RegionalMessage> messages) {
    var lacking = new HashMap<String, List<String>>();
    for (var message : messages) {
      if (lacksDispatch(message)) {
        lacking
            .computeIfAbsent(message.envelope().source(), source -> new ArrayList<>())
            .add(((ItemDeclaration) message.data()).itemId());
      }
    }
    return lacking;
  }

  private Map<String, Dispatched> dispatched(Map<String, List<String>> itemsBySource) {
    var dispatched = new HashMap<String, Dispatched>();
    itemsBySource.forEach(
        (source, items) ->
            profiles
                .byAddress(source)
                .ifPresent(declarant -> dispatched.put(source, dispatched(declarant, items))));
    return dispatched;
  }

  private Dispatched dispatched(Profile declarant, Collection<String> items) {
    var heads = new ItemHeads(ledger, items);
    return new Dispatched(ledger, preadvices, items, declarant, heads, true);
  }
}
