package org.chasqui.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.FirstDeclaration;
import org.chasqui.ledger.LateQuality;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.RegionalData;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.quality.Margin;
import org.chasqui.quality.Measure;

/**
 * Whether data came before dispatch and arrival, and whether the items of a dispatch were declared.
 * Told by tracking events and pre-advices, whichever of them and the declaration comes first. A
 * dispatch is told by the post that declared, an arrival also by who is in the country of
 * destination: nobody else can change a post's figures.
 */
final class Timeliness {
  private static final int DISPATCH = 1;
  private static final int ARRIVAL = 2;

  private final Lookup lookup;
  private final QualitySheet sheet;
  private final Profile sender;
  private final LocalDate day;
  private final Map<String, Declared> own = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<Told> told = new ArrayList<>();
  private final Map<String, DispatchPreadvice> preadvices = new LinkedHashMap<>();
  private final List<LateQuality> late = new ArrayList<>();

  /** Where the other messages about an item are found. */
  record Lookup(Ledger ledger, Profiles profiles, RegionalJson json) {}

  /** A declaration whose margins are measured. */
  private record Declared(long messageId, String sender, Instant received, Lane lane) {}

  /** What a message of a party says of when an item left or came. */
  private record Told(String itemId, Profile by, Measure measure, String at) {}

  Timeliness(Lookup lookup, QualitySheet sheet, Profile sender, LocalDate day) {
    this.lookup = lookup;
    this.sheet = sheet;
    this.sender = sender;
    this.day = day;
  }

  /**
   * @param anew true on the way back and in another life of an id: what was told before is not of
   *     it
   */
  void declared(String itemId, long messageId, Instant received, Lane lane, boolean anew) {
    if (anew) {
      begun.add(itemId);
    }
    own.put(itemId, new Declared(messageId, sender.id(), received, lane));
  }

  void told(RegionalData data) {
    if (data instanceof TrackingEvent event) {
      event.scope().items().stream()
          .map(DeclarationReference::itemId)
          .forEach(item -> told(item, sender, event));
    } else if (data instanceof DispatchPreadvice advice
        && advice.dispatchId() != null
        && (advice.function() == null || advice.function() == MessageFunction.ORIGINAL)) {
      preadvices.putIfAbsent(advice.dispatchId(), advice);
    }
  }

  private void told(String itemId, Profile by, TrackingEvent event) {
    var measure = measure(event);
    if (measure != null && itemId != null && by != null) {
      told.add(new Told(itemId, by, measure, event.occurredAt()));
    }
  }

  private static Measure measure(TrackingEvent event) {
    if (event.eventType() == null
        || (event.timeType() != null && event.timeType() != TimeType.ACTUAL)) {
      return null;
    }
    return switch (event.eventType()) {
      case DEPARTED_OUTWARD_OE, DEPARTED -> Measure.BEFORE_DISPATCH;
      case ARRIVED_INWARD_OE -> Measure.BEFORE_ARRIVAL;
      default -> null;
    };
  }

  /** Looks up what the part itself does not know, and measures. */
  void finish() {
    if (!own.isEmpty()) {
      earlierEvents();
    }
    if (!preadvices.isEmpty()) {
      preadvices
          .keySet()
          .removeAll(lookup.ledger().recorded(MessageKind.DISPATCH_PREADVICE, preadvices.keySet()));
      preadvices.values().forEach(this::dispatched);
    }
    if (told.isEmpty() && preadvices.isEmpty()) {
      return;
    }
    var declared = declarations();
    told.forEach(one -> measure(one, declared.get(one.itemId())));
    preadvices.values().forEach(advice -> match(advice, declared));
  }

  private void earlierEvents() {
    var wanted = new HashSet<>(own.keySet());
    wanted.removeAll(begun);
    lookup
        .ledger()
        .trackingEvents(wanted)
        .forEach(
            (item, events) ->
                events.forEach(
                    event ->
                        told(
                            item,
                            lookup.profiles().byId(event.sender()).orElse(null),
                            (TrackingEvent) lookup.json().read(event.json()).data())));
  }

  private void dispatched(DispatchPreadvice advice) {
    items(advice)
        .forEach(
            item -> told.add(new Told(item, sender, Measure.BEFORE_DISPATCH, advice.closedAt())));
  }

  private static Set<String> items(DispatchPreadvice advice) {
    var items = new HashSet<String>();
    advice.receptacles().stream()
        .flatMap(receptacle -> receptacle.items().stream())
        .map(ReceptacleItem::itemId)
        .filter(item -> item != null)
        .forEach(items::add);
    return items;
  }

  private Map<String, Declared> declarations() {
    var wanted = new HashSet<String>();
    Stream.concat(
            told.stream().map(Told::itemId),
            preadvices.values().stream().flatMap(advice -> items(advice).stream()))
        .forEach(wanted::add);
    wanted.removeAll(own.keySet());
    var all = new HashMap<>(own);
    if (!wanted.isEmpty()) {
      lookup
          .ledger()
          .firstDeclarations(wanted)
          .forEach((item, first) -> all.put(item, declared(first)));
    }
    return all;
  }

  /** Of a purged declaration the lane is no longer known. */
  private Declared declared(FirstDeclaration first) {
    var lane =
        first.json() == null
            ? null
            : Lane.of((ItemDeclaration) lookup.json().read(first.json()).data());
    return new Declared(first.messageId(), first.sender(), first.receivedAt(), lane);
  }

  private void measure(Told one, Declared declared) {
    if (declared == null || declared.lane() == null || !mayTell(one, declared)) {
      return;
    }
    Margin.of(declared.received(), one.at())
        .ifPresent(
            margin -> {
              var counts = new QualitySheet();
              counts.add(
                  declared.sender(),
                  declared.lane(),
                  declared.received().atZone(ZoneOffset.UTC).toLocalDate(),
                  one.measure(),
                  margin.isKept() ? 1 : 0,
                  margin.isKept() ? 0 : 1,
                  -1,
                  margin.length().toMinutes());
              int bit = one.measure() == Measure.BEFORE_DISPATCH ? DISPATCH : ARRIVAL;
              late.add(new LateQuality(declared.messageId(), bit, counts.counts()));
            });
  }

  private static boolean mayTell(Told one, Declared declared) {
    return one.by().id().equals(declared.sender())
        || (one.measure() == Measure.BEFORE_ARRIVAL
            && one.by().identity().countryCode().equals(declared.lane().destination()));
  }

  private void match(DispatchPreadvice advice, Map<String, Declared> declared) {
    var lane = new Lane(country(advice.originImpcCode()), country(advice.destinationImpcCode()));
    for (var item : items(advice)) {
      var declaration = declared.get(item);
      boolean met = declaration != null && declaration.sender().equals(sender.id());
      sheet.add(sender.id(), lane, day, Measure.MATCHED, met ? 1 : 0, met ? 0 : 1, 0, 0);
    }
  }

  private static String country(String impc) {
    return impc == null || impc.length() < 2 ? "" : Lane.country(impc.substring(0, 2));
  }

  List<LateQuality> late() {
    return late;
  }
}
