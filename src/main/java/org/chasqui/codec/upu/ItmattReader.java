package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.ECommerce;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.PrepaidTax;

/**
 * Reads an item of ITMATT or CUSITM as an item declaration (upu-messages-interim-guide, ITMATT). A
 * value that only decorates the item and cannot be used is passed over with a warning; one that the
 * declaration rests on stops the item.
 */
final class ItmattReader {
  /** What of ITMATT has no field of its own is kept under this key of the extensions. */
  static final String EXTENSION = "upu.itmatt";

  private static final int EXPLANATION = 140;
  private static final int COMMENTS = 512;

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;
  private final PartyReader parties;
  private final ItemDeclarationBuilder declaration = ItemDeclaration.builder();

  ItmattReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.parties = new PartyReader(values);
  }

  /** The declaration; what is wrong with it stands in the faults of the item afterwards. */
  ItemDeclaration declaration() {
    var head = new DeclarationHead(item);
    var places = new DeclarationPlaces(group, values);
    head.read(declaration);
    places.read(declaration, head.origin(), head.destination());
    declaration.postingDateTime(values.time(group, "202", places.zone(view.zone())));
    places.service(declaration, group.first("TSR"));
    texts();
    references();
    values();
    parties();
    return declaration.contents(contents()).extensions(places.extensions()).build();
  }

  private List<ContentPiece> contents() {
    var contents = new ArrayList<ContentPiece>();
    for (var line : group.groups("line")) {
      contents.add(new ContentReader(values).content(line));
    }
    return contents;
  }

  private void texts() {
    var explanation = group.first("FTX", 1, 1, "ACB");
    var comments = group.first("FTX", 1, 1, "AAI");
    declaration
        .itemCategoryExplanation(
            values.cut(explanation, 4, ItemReader.joined(explanation, 4), EXPLANATION))
        .comments(values.cut(comments, 4, ItemReader.joined(comments, 4), COMMENTS));
  }

  private void references() {
    declaration.localItemId(reference("CU"));
    var order = reference("ON");
    if (order != null) {
      declaration.eCommerce(new ECommerce(null, null, order, null, null, null, null));
    }
    var receptacle = reference("AAS");
    if (receptacle != null) {
      declaration.transport(new ItemTransport(null, receptacle, null, null, null));
    }
    declaration.documents(documents());
  }

  private String reference(String qualifier) {
    var rff = group.first("RFF", 1, 1, qualifier);
    return rff == null ? null : rff.text(1, 2);
  }

  private List<Document> documents() {
    var documents = new ArrayList<Document>();
    for (var doc : group.all("DOC")) {
      documents.add(new Document(doc.text(1), doc.text(2), null, null, null, null));
    }
    return documents;
  }

  private void values() {
    declaration
        .grossMass(values.mass(group, "G"))
        .declaredValue(values.money(group, "43"))
        .postage(values.money(group, "64"))
        .insuredValue(values.money(group, "44"));
  }

  private void parties() {
    PrepaidTax prepaid = null;
    for (var party : group.groups("party")) {
      switch (String.valueOf(party.trigger().text(1))) {
        case "CZ" -> declaration.sender(parties.party(party, reference("ABT")));
        case "CN" -> declaration.recipient(parties.party(party, null));
        case "IM" -> declaration.importer(parties.party(party, null));
        default -> {}
      }
      prepaid = prepaid == null ? PartyReader.prepaid(party) : prepaid;
    }
    declaration.prepaidTax(prepaid);
  }
}
