package org.chasqui.codec.upu.services;

import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.message.Address;
import org.chasqui.message.Party;

/** Writes sender and addressee: one name, two address lines, one reference. */
final class PersonWriter {
  private final CdsXml xml;
  private final LossList losses;

  PersonWriter(CdsXml xml, LossList losses) {
    this.xml = xml;
    this.losses = losses;
  }

  /**
   * Writes a person.
   *
   * @param country of the item's origin or destination, which the address should be in
   */
  void write(String element, Party party, String country, String base) throws XMLStreamException {
    xml.start(element);
    if (party == null) {
      xml.text("CountryCd", country);
    } else {
      var address = party.address() == null ? Address.builder().build() : party.address();
      address(address, country, base);
      xml.text("Email", losses.clean(party.email(), base, "/email"));
      xml.text("FirstName", losses.clean(party.givenName(), base, "/givenName"));
      xml.text("IdRef", reference(party, base));
      xml.text("LastName", losses.clean(party.familyName(), base, "/familyName"));
      xml.text("Name", name(party, base));
      xml.text("State", state(address, base));
      xml.text("Telephone", losses.clean(party.phone(), base, "/phone"));
      xml.text("ZIP", losses.clean(address.postcode(), base, "/address/postcode"));
    }
    xml.end();
  }

  private void address(Address address, String country, String base) throws XMLStreamException {
    var lines = address.streetLines();
    var at = base + "/address";
    xml.text("AddressLine1", lines.isEmpty() ? null : line(lines.subList(0, 1), at));
    xml.text("AddressLine2", lines.size() < 2 ? null : line(lines.subList(1, lines.size()), at));
    xml.text("City", losses.clean(address.city(), at, "/city"));
    var stated = address.countryCode();
    xml.text("CountryCd", stated == null ? country : stated);
    if (stated != null && country != null && !stated.equals(country)) {
      var role = base.equals("/sender") ? "/originCountryCode" : "/destinationCountryCode";
      losses.noTarget(role, "", "the country of the address");
    }
  }

  private String line(List<String> lines, String at) {
    if (lines.size() > 1) {
      losses.rearranged(at, "/streetLines", "two address lines");
    }
    return lines.stream()
        .map(line -> losses.clean(line, at, "/streetLines"))
        .collect(Collectors.joining(", "));
  }

  /** First and last name have elements of their own, so only the organisation may need joining. */
  private String name(Party party, String base) {
    var only = party.toBuilder().givenName(null).familyName(null).build();
    return losses.clean(PartyName.of(only, base, losses), base, "/name");
  }

  private String state(Address address, String base) {
    var name = address.subdivisionName();
    if (name != null && address.subdivisionCode() != null) {
      losses.noTarget(base, "/address/subdivisionCode", "one name of a subdivision");
    }
    var state = name == null ? address.subdivisionCode() : name;
    return losses.clean(state, base, "/address/subdivisionName");
  }

  /** The first identifier, without its scheme; every other one is lost. */
  private String reference(Party party, String base) {
    String reference = null;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = base + "/identifiers/" + i;
      if (i > 0) {
        losses.noTarget(at, "", "one reference");
        continue;
      }
      reference = losses.clean(identifier.value(), at, "/value");
      losses.noTarget(at, "/schemeCode", "the number alone");
      if (identifier.issuingCountryCode() != null) {
        losses.noTarget(at, "/issuingCountryCode", "the number alone");
      }
    }
    return reference;
  }
}
