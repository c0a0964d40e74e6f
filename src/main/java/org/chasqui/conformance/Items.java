package org.chasqui.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemId;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.sandbox.traffic.Scripts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;

/** Invented declarations to one administration, each with an item id that no other run had. */
final class Items {
  private static final int SERIALS = 1_000_000;

  private final Traffic traffic;
  private final Profile party;
  private final long seed;
  private int made;

  Items(Profiles profiles, Profile party, long seed, LocalDate date) {
    var to = List.of(party.identity().countryCode());
    this.traffic =
        new Traffic(new TrafficOptions(seed, List.of(), to, 0, Scripts.NONE, date, true), profiles);
    this.party = party;
    this.seed = seed;
  }

  /** Declarations of one dispatch, which fit into one document, their item ids ending so. */
  List<RegionalMessage> make(int count, String ending) {
    var messages = new ArrayList<RegionalMessage>();
    var drawn = traffic.bundle(made, count).messages();
    var first = (ItemDeclaration) drawn.getFirst().data();
    for (var message : drawn) {
      var item = (ItemDeclaration) message.data();
      var serial = "%06d%s".formatted(Math.floorMod(seed * 997 + made++, SERIALS), ending);
      var itemId = ItemId.s10("CX", serial, item.originCountryCode()).text();
      messages.add(addressed(message.envelope(), item, first, itemId));
    }
    return messages;
  }

  private RegionalMessage addressed(
      Envelope from, ItemDeclaration item, ItemDeclaration first, String itemId) {
    var id = DecodeContext.stableId("conformance/" + seed + "/" + itemId);
    var envelope =
        new Envelope(
            id,
            from.source(),
            from.kind(),
            itemId,
            from.time(),
            party.identity().address().urn(),
            id,
            null,
            false,
            from.other());
    return new RegionalMessage(
        envelope,
        item.toBuilder()
            .itemId(itemId)
            .declarationId(id)
            .mailClassCode(first.mailClassCode())
            .mailSubclassCode(first.mailSubclassCode())
            .transport(first.transport())
            .build());
  }
}
