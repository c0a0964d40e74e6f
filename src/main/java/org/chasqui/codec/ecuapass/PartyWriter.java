package org.chasqui.codec.ecuapass;

import java.util.ArrayList;
import java.util.Map;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.Address;
import org.chasqui.message.Party;

/** Writes sender and addressee: name, one identifier with its kind, country and address. */
final class PartyWriter {
  private final XmlDocument xml;
  private final ProfileView view;
  private final LossList losses;

  PartyWriter(XmlDocument xml, ProfileView view, LossList losses) {
    this.xml = xml;
    this.view = view;
    this.losses = losses;
  }

  void write(String role, Party party, String base) {
    var name = PartyName.of(party, base, losses);
    if (name.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    xml.open(role).element("Name", losses.clean(name, base, "/name"));
    identifier(party, base);
    address(party.address(), base);
    xml.close(role);
  }

  /** The first identifier whose scheme the map has; every other one is lost. */
  private void identifier(Party party, String base) {
    var types = view.codes().getOrDefault(EcuapassSettings.IDENTIFICATION_MAP, Map.of());
    boolean sent = false;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = "/identifiers/" + i;
      var type = identifier.schemeCode() == null ? null : types.get(identifier.schemeCode());
      if (sent || type == null || identifier.value() == null) {
        losses.noTarget(base, at, "one identifier of the map identification-type");
      } else {
        sent = true;
        xml.element("PartyDocumentIdentificationType", type);
        xml.element("PartyDocumentID", losses.clean(identifier.value(), base, at + "/value"));
        if (identifier.issuingCountryCode() != null) {
          losses.noTarget(base, at + "/issuingCountryCode", "kind and number alone");
        }
      }
    }
  }

  /** One line, with the country in an element of its own. */
  private void address(Address address, String base) {
    if (address == null) {
      losses.needs(base, "/address", "an address");
      return;
    }
    var parts = new ArrayList<>(address.streetLines());
    parts.add(address.poBox() == null ? null : "PO BOX " + address.poBox());
    parts.add(address.city());
    parts.add(address.postcode());
    parts.add(address.subdivisionName());
    parts.add(address.subdivisionCode());
    parts.removeIf(part -> part == null || part.isBlank());
    losses.rearranged(base, "/address", "joined in one line");
    xml.open("Address").text("CountryCode", address.countryCode());
    xml.element("Line", losses.clean(String.join(", ", parts), base, "/address"));
    xml.close("Address");
  }
}
