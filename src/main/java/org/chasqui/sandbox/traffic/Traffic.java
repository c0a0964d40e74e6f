package org.chasqui.sandbox.traffic;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * Invented traffic between the posts of the region and of overseas. Item and interchange number n
 * depend on the options and on n alone, so that parts can be made in any order and by many threads.
 */
public final class Traffic {
  private final TrafficOptions options;
  private final Lanes lanes;
  private final ItemMaker items;

  /** Profiles give the checks of the persons' ids. */
  public Traffic(TrafficOptions options, Profiles profiles) {
    var stock = new Stock();
    this.options = options;
    lanes =
        new Lanes(
            stock, options, profiles.administrations().stream().map(Profile::identity).toList());
    items = new ItemMaker(stock, options, new PersonIds(profiles));
  }

  /**
   * An interchange of one lane.
   *
   * @param number from 0
   * @param size how many items it holds
   */
  public TrafficBundle bundle(long number, int size) {
    var lane = lanes.lane(number, new Draw(options.seed(), -1 - number));
    var drawn = new ArrayList<TrafficItem>(size);
    for (int i = 0; i < size; i++) {
      drawn.add(item(lane, number, number * size + i));
    }
    return new TrafficBundle(
        reference(number),
        lane.from().operator(),
        lane.to().operator(),
        lane.to().code(),
        drawn,
        drawn.stream().map(item -> message(lane, item.declaration())).toList(),
        postedAt(number));
  }

  private TrafficItem item(Lane lane, long interchange, long number) {
    var draw = new Draw(options.seed(), number);
    boolean faulty = draw.chance(options.faults());
    var kinds = Fault.of(options.edifact());
    var fault = faulty ? draw.pick(kinds) : null;
    var declaration = items.make(lane, interchange, number, draw);
    return new TrafficItem(
        fault == null ? declaration : FaultyItem.with(fault, declaration), fault);
  }

  /** Unique for seed and number, of the 14 characters that EDIFACT 0020 holds. */
  private String reference(long number) {
    long salt = Math.floorMod(options.seed() * 0x9E37_79B9L, 46_656L);
    var head = "000" + Long.toString(salt, 36);
    return "IT"
        + head.substring(head.length() - 3).toUpperCase(Locale.ROOT)
        + "%09d".formatted(number);
  }

  private OffsetDateTime postedAt(long number) {
    return options
        .date()
        .atTime(LocalTime.of(9, 0).plusSeconds(number % 28_800))
        .atOffset(ZoneOffset.UTC);
  }

  private RegionalMessage message(Lane lane, ItemDeclaration item) {
    var source = new PartyAddress(lane.from().code(), PartyRole.POST, lane.from().operator());
    var recipient = new PartyAddress(lane.to().code(), PartyRole.POST, lane.to().operator());
    var envelope =
        new Envelope(
            DecodeContext.stableId("traffic/" + options.seed() + "/message/" + item.itemId()),
            source.urn(),
            MessageKind.ITEM_DECLARATION,
            item.itemId(),
            item.postingDateTime(),
            recipient.urn(),
            item.declarationId(),
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, item);
  }

  /** Codes of all countries that the traffic knows, overseas included. */
  public static List<String> countries() {
    return List.copyOf(new Stock().countries().keySet());
  }
}
