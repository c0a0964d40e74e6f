package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ECommerce;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.PrepaidTax;

/**
 * Reads a consignment of CUSCAR as an item declaration ({@link CuscarWriter} says what is where).
 */
final class CuscarReader {
  private static final int EXPLANATION = 140;
  private static final int COMMENTS = 512;

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;

  CuscarReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
  }

  /** The declaration; what is wrong with it stands in the faults of the item afterwards. */
  ItemDeclaration declaration() {
    var declaration = ItemDeclaration.builder();
    var head = new DeclarationHead(item);
    var places = new DeclarationPlaces(group, values);
    head.read(declaration);
    places.read(declaration, head.origin(), head.destination());
    var zone = places.zone(view.zone());
    declaration
        .postingDateTime(values.time(group, "202", zone))
        .grossMass(values.total(group, "7"))
        .declaredValue(values.money(group, "43"))
        .postage(values.money(group, "64"))
        .insuredValue(values.money(group, "44"));
    service(declaration, places);
    references(declaration, values.time(group, "189", zone));
    parties(declaration);
    var lines = group.groups("line");
    declaration
        .itemCategoryExplanation(text(lines, "ACB", EXPLANATION))
        .comments(text(lines, "AAI", COMMENTS))
        .contents(head.cancels() ? List.of() : contents(lines))
        .extensions(places.extensions());
    return declaration.build();
  }

  private void service(ItemDeclarationBuilder declaration, DeclarationPlaces places) {
    for (var service : group.groups("service")) {
      var tsr = service.first("TSR");
      if (tsr != null) {
        places.service(declaration, tsr);
        return;
      }
    }
  }

  private void references(ItemDeclarationBuilder declaration, String departs) {
    var own = reference("CU");
    var order = reference("ON");
    declaration.localItemId(own == null || own.equals(group.trigger().text(2)) ? null : own);
    if (order != null) {
      declaration.eCommerce(new ECommerce(null, null, order, null, null, null, Map.of()));
    }
    var tdt = group.first("TDT");
    var mode = tdt == null ? null : tdt.text(3, 1);
    var receptacle = reference("AAS");
    if (receptacle != null || mode != null || departs != null) {
      declaration.transport(new ItemTransport(null, receptacle, mode, departs, Map.of()));
    }
  }

  private String reference(String code) {
    for (var service : group.groups("service")) {
      var rff = service.first("RFF", 1, 1, code);
      if (rff != null) {
        return rff.text(1, 2);
      }
    }
    return null;
  }

  private void parties(ItemDeclarationBuilder declaration) {
    var parties = new PartyReader(values);
    PrepaidTax prepaid = null;
    for (var party : group.groups("party")) {
      switch (String.valueOf(party.trigger().text(1))) {
        case "CZ" -> declaration.sender(parties.party(party, reference("ABT")));
        case "CN" -> declaration.recipient(parties.party(party, null));
        case "IM" -> declaration.importer(parties.party(party, null));
        default -> {
          // a code that is not listed is refused already
        }
      }
      prepaid = prepaid == null ? PartyReader.prepaid(party) : prepaid;
    }
    declaration.prepaidTax(prepaid);
  }

  private String text(List<Group> lines, String qualifier, int most) {
    var ftx = lines.isEmpty() ? null : lines.getFirst().first("FTX", 1, 1, qualifier);
    return values.cut(ftx, 4, ItemReader.joined(ftx, 4), most);
  }

  private List<ContentPiece> contents(List<Group> lines) {
    var origin = group.first("LOC", 1, 1, "27");
    var contents = new ArrayList<ContentPiece>();
    for (var line : lines) {
      var piece = new ContentReader(values).content(line).toBuilder();
      piece.packageCount(packages(line.trigger()));
      piece.originCountryCode(origin == null ? null : origin.text(2));
      contents.add(piece.build());
    }
    return contents;
  }

  private Integer packages(MessageSegment gid) {
    return gid.text(2, 1) == null ? null : values.whole(gid, 2, 1);
  }
}
