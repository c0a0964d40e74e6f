package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.ECommerce;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Place;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.ProblemCode;

/**
 * Reads an item of ITMATT or CUSITM as an item declaration (upu-messages-interim-guide, ITMATT). A
 * value that only decorates the item and cannot be used is passed over with a warning; one that the
 * declaration rests on stops the item.
 */
final class ItmattReader {
  /** What of ITMATT has no field of its own is kept under this key of the extensions. */
  static final String EXTENSION = "upu.itmatt";

  static final String DESTINATION_IMPC = "destinationImpcCode";
  static final String NATURE = "natureOfTransaction";
  static final String MIXED = "991";

  /** List 136 as the guide gives it. */
  static final Map<String, ItemCategory> NATURES =
      Map.of(
          "11",
          ItemCategory.SALE_OF_GOODS,
          "21",
          ItemCategory.RETURNED_GOODS,
          "31",
          ItemCategory.GIFT,
          "32",
          ItemCategory.COMMERCIAL_SAMPLE,
          "91",
          ItemCategory.DOCUMENTS,
          MIXED,
          ItemCategory.OTHER,
          "999",
          ItemCategory.OTHER);

  private static final Pattern SUBCLASS = Pattern.compile("[A-Z][A-Z0-9]");
  private static final Pattern CATEGORY = Pattern.compile("[A-D]");
  private static final int IMPC = 6;
  private static final int EXPLANATION = 140;
  private static final int COMMENTS = 512;

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;
  private final PartyReader parties;
  private final ItemDeclaration.Builder declaration = ItemDeclaration.builder();
  private final Map<String, Object> extension = new TreeMap<>();

  ItmattReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.parties = new PartyReader(values);
  }

  /** The declaration; what is wrong with it stands in the faults of the item afterwards. */
  ItemDeclaration declaration() {
    var itemId = group.trigger().text(2);
    var origin = operator("MS", item.interchange().sender());
    var destination = operator("MR", item.interchange().recipient());
    var function = function();
    declaration
        .declarationId(DecodeContext.stableId("declaration/" + origin + "/" + itemId))
        .version(function == MessageFunction.ORIGINAL ? 1 : 2)
        .function(function)
        .itemId(itemId)
        .originOperatorCode(origin)
        .destinationOperatorCode(destination);
    places(origin, destination);
    service();
    texts();
    references();
    values();
    parties();
    declaration.contents(contents());
    if (!extension.isEmpty()) {
      declaration.extensions(Map.of(EXTENSION, Collections.unmodifiableMap(extension)));
    }
    return declaration.build();
  }

  private List<ContentPiece> contents() {
    var contents = new ArrayList<ContentPiece>();
    for (var line : group.groups("line")) {
      contents.add(new ContentReader(values).content(line));
    }
    return contents;
  }

  private MessageFunction function() {
    var bgm = item.header().first("BGM");
    var code = bgm == null ? null : bgm.text(3);
    return "1".equals(code)
        ? MessageFunction.CANCELLATION
        : "5".equals(code) ? MessageFunction.AMENDMENT : MessageFunction.ORIGINAL;
  }

  /** The operator of NAD, else that of UNB; null when it has not the form of one. */
  private String operator(String role, String ediId) {
    var nad = item.header().first("NAD", 1, 1, role);
    var code = nad == null ? PartyIds.operator(ediId) : nad.text(2);
    return Forms.lettersOrDigits(code, 3, 3) ? code : PartyIds.operator(code);
  }

  private void places(String origin, String destination) {
    var impc = place("5", IMPC);
    var destinationImpc = place("8", IMPC);
    var from = country("35", impc, origin);
    declaration
        .originCountryCode(from)
        .destinationCountryCode(country("28", destinationImpc, destination))
        .postingDateTime(values.time(group, "202", zone(impc, from)));
    if (impc != null) {
      declaration.postingLocation(new Place(impc, null, null, null, null, null, null, null));
    }
    if (destinationImpc != null) {
      extension.put(DESTINATION_IMPC, destinationImpc);
    }
  }

  private String place(String qualifier, int letters) {
    var loc = group.first("LOC", 1, 1, qualifier);
    var code = loc == null ? null : loc.text(2);
    if (code != null && !Forms.letters(code, letters)) {
      var found = "length " + code.length();
      values.pass(ProblemCode.ELEMENT_FORMAT, loc, 2, 1, found, letters + " capital letters");
      return null;
    }
    return code;
  }

  /** By LOC, else by the office, else by the operator: IMPC and operator begin with the country. */
  private String country(String qualifier, String impc, String operator) {
    var code = place(qualifier, 2);
    if (code == null) {
      code =
          impc != null ? impc.substring(0, 2) : operator == null ? null : operator.substring(0, 2);
    }
    return Forms.letters(code, 2) ? code : null;
  }

  private ZoneId zone(String impc, String country) {
    var zones = ImpcZones.builtIn();
    return zones.zone(impc).or(() -> zones.zone(country)).orElse(view.zone());
  }

  private void service() {
    var tsr = group.first("TSR");
    if (tsr == null) {
      return;
    }
    var subclass = usable(tsr, 2, SUBCLASS, "a code of list 117");
    var category = usable(tsr, 3, CATEGORY, "A, B, C, D");
    declaration.mailSubclassCode(subclass).mailCategoryCode(category);
    if (subclass != null && "UCET".indexOf(subclass.charAt(0)) >= 0) {
      declaration.mailClassCode(subclass.substring(0, 1));
    }
    nature(tsr, tsr.text(4));
  }

  private void nature(MessageSegment tsr, String nature) {
    if (nature == null) {
      return;
    }
    var category = NATURES.get(nature);
    if (category == null) {
      values.pass(ProblemCode.CODE_VALUE, tsr, 4, 1, nature, "a code of list 136");
    }
    declaration.itemCategory(category == null ? ItemCategory.OTHER : category);
    if (category == null || nature.equals(MIXED)) {
      extension.put(NATURE, nature);
    }
  }

  private String usable(MessageSegment segment, int element, Pattern form, String expected) {
    var code = segment.text(element);
    if (code != null && !form.matcher(code).matches()) {
      values.pass(ProblemCode.CODE_VALUE, segment, element, 1, code, expected);
      return null;
    }
    return code;
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
