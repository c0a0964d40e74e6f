package org.chasqui.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.chasqui.ledger.DispatchItem;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.ledger.Search;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.MessageKind;

/** {@code /v1/items}: the story of one item, and the search for items. */
final class ItemCalls {
  private static final int DEFAULT_LIMIT = 50;
  static final int MOST = 500;
  private final Ledger ledger;
  private final HeldDeliveries held;

  ItemCalls(Ledger ledger, HeldDeliveries held) {
    this.ledger = ledger;
    this.held = held;
  }

  /** The answer to one item; losses apart from the other problems. */
  record ItemView(
      String itemId,
      List<Views.MessageView> messages,
      List<Views.InterchangeView> interchanges,
      List<Views.DeliveryView> deliveries,
      List<Views.EventView> events,
      List<Views.ProblemView> problems,
      List<Views.ProblemView> losses,
      List<ReferralView> referrals,
      List<AlarmCalls.AlarmView> alarms,
      String previousItemId,
      List<String> successors,
      String dispatchId,
      String receptacleId,
      List<AppliedRules.AssessmentView> assessments,
      List<HeldDeliveries.HeldView> held,
      Integer life,
      List<ItemLegs.LegView> legs) {}

  /** A referral and who is to move next. */
  record ReferralView(
      String referralId,
      String type,
      String from,
      String dueAt,
      String toMove,
      String until,
      boolean doNotLoad) {}

  record ItemsView(List<Views.MessageView> items, String next) {}

  ApiResponse item(Call call) {
    return new Sight(ledger, call.confinedTo())
        .timeline(itemId(call.part("item")), life(call))
        .map(story -> Json.answer(200, view(story, call)))
        .orElseGet(call::notFound);
  }

  ApiResponse search(Call call) {
    try {
      var page = ledger.search(criteria(call));
      var rows = page.rows().stream().map(Views::of).toList();
      return Json.answer(200, new ItemsView(rows, page.next()));
    } catch (BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  /** Criteria from the query; also what the search page uses. */
  Search criteria(Call call) throws BadParameter {
    return new Search(
        call.confinedTo(),
        call.query("prefix").map(ItemCalls::itemId).orElse(null),
        choice(call, "kind", MessageKind.values(), MessageKind::schemaName)
            .orElse(MessageKind.ITEM_DECLARATION),
        call.query("sender").orElse(null),
        call.query("administration").map(a -> a.toLowerCase(Locale.ROOT)).orElse(null),
        choice(call, "state", LineState.values(), LineState::name).orElse(null),
        time(call, "from", 0),
        time(call, "to", 1),
        call.number("limit", DEFAULT_LIMIT, 1, MOST),
        call.query("cursor").orElse(null));
  }

  static String itemId(String typed) {
    return typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
  }

  /** Which life of the id is asked for; 0 for the present one. */
  static int life(Call call) {
    return call.number("life", 0, 0, MOST);
  }

  static boolean isLoss(ProblemRow row) {
    return row.problem().code().code().startsWith("EAD-4");
  }

  private ItemView view(Timeline story, Call call) {
    var language = call.language();
    var carried = ItemLinks.carried(story);
    return new ItemView(
        story.itemId(),
        story.messages().stream().map(Views::of).toList(),
        story.interchanges().stream().map(Views::of).toList(),
        story.deliveries().stream().map(Views::of).toList(),
        story.events().stream().map(Views::of).toList(),
        problems(story, false, language),
        problems(story, true, language),
        ReferralPane.of(story).stream().map(ItemCalls::view).toList(),
        story.alarms().stream().map(alarm -> AlarmCalls.view(alarm, call.texts())).toList(),
        ItemLinks.previous(story).orElse(null),
        story.successors(),
        carried.map(DispatchItem::dispatch).orElse(null),
        carried.map(DispatchItem::receptacle).orElse(null),
        AppliedRules.of(ledger, story).views(call.texts()),
        held.views(story),
        story.life() == 0 ? null : (Integer) story.life(),
        ItemLegs.views(story));
  }

  private static ReferralView view(ReferralPane.Referral referral) {
    return new ReferralView(
        referral.id(),
        referral.type(),
        referral.from(),
        referral.due().map(Views::time).orElse(null),
        referral.move().name(),
        referral.until().map(Views::time).orElse(null),
        referral.blocks());
  }

  private static List<Views.ProblemView> problems(Timeline story, boolean loss, Locale language) {
    return story.problems().stream()
        .filter(row -> isLoss(row) == loss)
        .map(row -> Views.of(row, language))
        .toList();
  }

  private static <E> Optional<E> choice(
      Call call, String name, E[] values, Function<E, String> form) throws BadParameter {
    var given = call.query(name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var hit =
        Arrays.stream(values).filter(v -> form.apply(v).equalsIgnoreCase(given.get())).findFirst();
    if (hit.isEmpty()) {
      throw new BadParameter(name, given.get());
    }
    return hit;
  }

  private static Instant time(Call call, String name, int daysMore) throws BadParameter {
    var given = call.query(name);
    if (given.isEmpty()) {
      return null;
    }
    try {
      return given.get().length() == 10
          ? LocalDate.parse(given.get()).plusDays(daysMore).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(given.get());
    } catch (DateTimeParseException e) {
      throw new BadParameter(name, given.get());
    }
  }

  /** A parameter of the query that cannot be read. */
  static final class BadParameter extends Exception {
    private static final long serialVersionUID = 1;
    final String name;
    final String value;

    BadParameter(String name, String value) {
      super(name, null, false, false);
      this.name = name;
      this.value = value.length() > 60 ? value.substring(0, 60) : value;
    }
  }
}
