package org.chasqui.codec.wco;

import java.util.ArrayList;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.message.Address;
import org.chasqui.message.Party;

/** Writes the parties of a shipment: name, id, address, and for some a communication. */
final class PartyWriter {
  static final Role BUYER = new Role("Buyer", "16A", "R009", "R010", true);
  static final Role CONSIGNEE = new Role("Consignee", "27A", "R014", "R015", false);
  static final Role CONSIGNOR = new Role("Consignor", "30A", "R020", "R021", false);
  static final Role IMPORTER = new Role("Importer", "74A", "R037", "R038", true);
  static final Role SELLER = new Role("Seller", "09B", "R050", "R051", true);

  private static final String PATH = "/MetaData/Declaration/GoodsShipment/";
  private static final String POINTER = "42A/67A/";

  private final WcoXml xml;
  private final LossList losses;

  PartyWriter(WcoXml xml, LossList losses) {
    this.xml = xml;
    this.losses = losses;
  }

  /** A role of the model: element, class id, ids of name and id, room for a communication. */
  record Role(String element, String classId, String nameId, String idId, boolean communication) {}

  void write(Role role, Party party, String base) throws XMLStreamException {
    if (party == null) {
      return;
    }
    var path = PATH + role.element;
    var pointer = POINTER + role.classId;
    xml.start(role.element);
    var name = PartyName.of(party, base, losses);
    if (name.isBlank()) {
      losses.needs(path + "/Name", pointer + "/" + role.nameId, "a name");
    }
    xml.cut("Name", name, 70, path + "/Name", pointer + "/" + role.nameId);
    identifier(role, party, base);
    address(party.address(), base + "/address", path + "/Address", pointer + "/04A");
    if (role.communication) {
      communication(party, base);
    }
    xml.end();
  }

  /** The first identifier that fits in 17 characters, with its scheme; every other one is lost. */
  private void identifier(Role role, Party party, String base) throws XMLStreamException {
    var path = PATH + role.element;
    var pointer = POINTER + role.classId;
    boolean sent = false;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = "/identifiers/" + i;
      var value = identifier.value();
      if (sent || value == null || value.length() > 17) {
        losses.noTarget(base, at, "one identifier of at most 17 characters");
      } else {
        sent = true;
        var id = xml.fit(value, 17, path + "/ID", pointer + "/" + role.idId);
        xml.text("ID", id, "schemeID", identifier.schemeCode());
        if (identifier.issuingCountryCode() != null) {
          losses.noTarget(base, at + "/issuingCountryCode", "number and scheme alone");
        }
      }
    }
  }

  private void address(Address address, String base, String path, String pointer)
      throws XMLStreamException {
    if (address == null) {
      return;
    }
    xml.start("Address");
    xml.cut("CityName", address.city(), 35, path + "/CityName", pointer + "/241");
    xml.text("CountryCode", address.countryCode());
    xml.cut(
        "CountrySubDivisionCode",
        address.subdivisionCode(),
        9,
        path + "/CountrySubDivisionCode",
        pointer + "/244");
    xml.cut(
        "CountrySubDivisionName",
        address.subdivisionName(),
        35,
        path + "/CountrySubDivisionName",
        pointer + "/243");
    xml.cut("Line", line(address, base), 70, path + "/Line", pointer + "/239");
    xml.cut("PostcodeID", address.postcode(), 9, path + "/PostcodeID", pointer + "/245");
    xml.end();
  }

  private String line(Address address, String base) {
    var lines = new ArrayList<>(address.streetLines());
    if (address.poBox() != null) {
      lines.add("PO BOX " + address.poBox());
    }
    if (lines.size() > 1) {
      losses.rearranged(base, "/streetLines", "joined in one line");
    }
    return lines.isEmpty() ? null : String.join(", ", lines);
  }

  /** One number: the telephone (TE), else the e-mail address (EM). */
  private void communication(Party party, String base) throws XMLStreamException {
    var phone = party.phone();
    var email = party.email();
    boolean emailFits = phone == null && email != null && email.length() <= 50;
    if (email != null && !emailFits) {
      losses.noTarget(base, "/email", "one communication of at most 50 characters");
    }
    if (phone != null || emailFits) {
      xml.start("Communication");
      xml.text("ID", phone != null ? phone : email);
      xml.text("TypeCode", phone != null ? "TE" : "EM");
      xml.end();
    }
  }
}
