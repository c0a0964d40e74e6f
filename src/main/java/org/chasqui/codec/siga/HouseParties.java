package org.chasqui.codec.siga;

import java.util.ArrayList;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.Address;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Party;

/**
 * Writes the parties of a house: consignor, consignee, and the consignee again as the one to
 * notify. The consignee's document is mandatory and has no stand-in: such items are held for
 * completion (§5).
 */
final class HouseParties {
  private final SigaSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final SigaValues values;

  HouseParties(SigaSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
    this.values = new SigaValues(settings, view, losses);
  }

  void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    if (item.sender() == null || item.recipient() == null) {
      losses.needs(item.sender() == null ? "/sender" : "/recipient", "", "a name and an address");
      return;
    }
    var consignor = consignor(item.sender());
    write(xml, "Consignor", SigaSettings.CONSIGNOR_TYPE, consignor, item.sender(), "/sender");
    var consignee = consignee(item.recipient());
    write(xml, "Consignee", SigaSettings.CONSIGNEE_TYPE, consignee, item.recipient(), "/recipient");
    xml.text("NotifyCountryCode", consignee.country());
    xml.text("NotifyDocumentType", consignee.document().type());
    xml.text("NotifyDocumentNo", consignee.document().number());
    xml.text("NotifyName", consignee.name());
  }

  /** A party as its house names it. */
  private record HouseParty(String name, String country, SigaPerson document) {}

  private HouseParty consignor(Party party) {
    var country = values.country(party, "/sender");
    var document = SigaPerson.of(party, "/sender", values, view, losses);
    if (document.isEmpty()) {
      losses.assumed("/sender", "/identifiers", "a document; sent as the profile's stand-in");
    }
    return new HouseParty(
        values.name(party, "/sender"),
        country,
        document.orElseGet(() -> SigaPerson.unknown(settings, country)));
  }

  private HouseParty consignee(Party party) {
    var document = SigaPerson.of(party, "/recipient", values, view, losses);
    if (document.isEmpty()) {
      losses.needs("/recipient", "/identifiers", "a document of a kind of the map document-type");
    }
    return new HouseParty(
        values.name(party, "/recipient"),
        values.country(party, "/recipient"),
        document.orElse(new SigaPerson(null, null, null)));
  }

  private void write(
      XmlElements xml, String role, String typeSetting, HouseParty house, Party party, String base)
      throws XMLStreamException {
    xml.text(role + "Type", settings.text(typeSetting));
    xml.text(role + "Code", house.document().code());
    xml.text(role + "Tel", clean(party.phone(), base, "/phone"));
    xml.text(role + "CountryCode", house.country());
    xml.text(role + "Name", house.name());
    xml.text(role + "DocumentType", house.document().type());
    xml.text(role + "DocumentNo", house.document().number());
    xml.text(role + "Email", clean(party.email(), base, "/email"));
    if (party.address() != null) {
      address(xml, role, party.address(), base + "/address");
    }
  }

  private void address(XmlElements xml, String role, Address address, String base)
      throws XMLStreamException {
    var lines = new ArrayList<>(address.streetLines());
    if (address.poBox() != null) {
      lines.add("PO BOX " + address.poBox());
    }
    if (lines.size() > 1) {
      losses.rearranged(base, "/streetLines", "joined in one text");
    }
    var zone = address.subdivisionName();
    if (zone != null && address.subdivisionCode() != null) {
      losses.noTarget(base, "/subdivisionCode", "the name of the region alone");
    }
    xml.text(role + "ZipCode", clean(address.postcode(), base, "/postcode"));
    xml.text(role + "Street", clean(String.join(", ", lines), base, "/streetLines"));
    xml.text(
        role + "ZoneName",
        clean(zone == null ? address.subdivisionCode() : zone, base, "/subdivisionName"));
    xml.text(role + "City", clean(address.city(), base, "/city"));
  }

  private String clean(String text, String base, String rest) {
    return text == null || text.isBlank() ? null : losses.clean(text, base, rest);
  }
}
