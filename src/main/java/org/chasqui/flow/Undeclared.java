package org.chasqui.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.ledger.AlarmChange;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.ItemHead;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewAlarm;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * Tells a post which items of its dispatch it has not declared, and which it has left out of it
 * since an earlier pre-advice: as located warnings of the pre-advice, and the first as an alarm of
 * the dispatch until all are declared.
 */
final class Undeclared {
  /** Warnings of one kind in one pre-advice; the rest are told as a number. */
  static final int MOST = 50;

  private static final int COUNTRY = 2;

  private final Ledger ledger;
  private final Profiles profiles;
  private final ItemHeads heads;
  private final Profile sender;

  Undeclared(Ledger ledger, Profiles profiles, ItemHeads heads, Profile sender) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.heads = heads;
    this.sender = sender;
  }

  /** The ids of the items in a pre-advice, each once. */
  static List<String> items(DispatchPreadvice advice) {
    return advice.receptacles().stream()
        .flatMap(bag -> bag.items().stream())
        .map(ReceptacleItem::itemId)
        .filter(item -> item != null)
        .distinct()
        .toList();
  }

  /**
   * A declaration of another post is none for the post that sends the dispatch, but for an item
   * that goes back to the country whose post declared it.
   */
  private boolean isUndeclared(String item, DispatchPreadvice advice) {
    var head = heads.of(item);
    return item != null
        && (head == null
            || (head.ways().stream().noneMatch(way -> way.sender().equals(sender.id()))
                && !goesHome(head, advice.destinationImpcCode())));
  }

  private boolean goesHome(ItemHead head, String destination) {
    return destination != null
        && destination.length() > COUNTRY
        && profiles
            .byId(head.sender())
            .filter(post -> destination.startsWith(post.identity().countryCode()))
            .isPresent();
  }

  /** The warnings. */
  List<Problem> problems(DispatchPreadvice advice) {
    if (advice.function() == MessageFunction.CANCELLATION) {
      return List.of();
    }
    var problems = new ArrayList<Problem>();
    int left = 0;
    for (int i = 0; i < advice.receptacles().size(); i++) {
      var items = advice.receptacles().get(i).items();
      for (int j = 0; j < items.size(); j++) {
        if (!isUndeclared(items.get(j).itemId(), advice)) {
          continue;
        }
        if (problems.size() < MOST) {
          var at = "/receptacles/" + i + "/items/" + j + "/itemId";
          problems.add(undeclared(at, items.get(j).itemId()));
        } else {
          left++;
        }
      }
    }
    if (left > 0) {
      problems.add(undeclared("/receptacles", left + " more"));
    }
    problems.addAll(missing(advice));
    return problems;
  }

  private static Problem undeclared(String pointer, String found) {
    return Problem.of(
        ProblemCode.ITEM_UNDECLARED,
        new Location.AtPointer(pointer),
        found,
        "an item that this post has declared");
  }

  private List<Problem> missing(DispatchPreadvice advice) {
    var now = items(advice);
    if (now.isEmpty() || advice.dispatchId() == null) {
      return List.of();
    }
    var before = new ArrayList<>(ledger.itemBook().dispatched(advice.dispatchId(), sender.id()));
    before.removeAll(Set.copyOf(new HashSet<>(now)));
    var problems = new ArrayList<Problem>();
    for (var item : before.subList(0, Math.min(MOST, before.size()))) {
      problems.add(left(item));
    }
    if (before.size() > MOST) {
      problems.add(left(before.size() - MOST + " more"));
    }
    return problems;
  }

  private static Problem left(String found) {
    return Problem.of(
        ProblemCode.ITEM_MISSING,
        new Location.AtPointer("/receptacles"),
        found,
        "the items of the pre-advice before");
  }

  /** Says that the post has declared these, so that its dispatches are counted again. */
  AlarmChange declared(List<String> items) {
    return new AlarmChange.Declared(
        items,
        sender.id(),
        party -> profiles.byId(party).map(one -> one.identity().countryCode()).orElse(null));
  }

  /** The alarm of the dispatch, or its end. */
  List<AlarmChange> alarms(long messageId, DispatchPreadvice advice) {
    var items = items(advice);
    if (items.isEmpty()) {
      return List.of();
    }
    long count = items.stream().filter(item -> isUndeclared(item, advice)).count();
    var dispatch = advice.dispatchId();
    if (count == 0) {
      return List.of(
          new AlarmChange.End(
              dispatch, Set.of(AlarmKind.ITEMS_UNDECLARED), sender.id(), null, null, null));
    }
    return List.of(
        new AlarmChange.Raise(
            new NewAlarm(
                ledger.newId(),
                String.join("/", "undeclared", sender.id(), dispatch),
                AlarmKind.ITEMS_UNDECLARED,
                dispatch,
                sender.id(),
                null,
                null,
                Long.toString(count),
                messageId,
                null,
                null)));
  }
}
