package org.chasqui.codec.vucem;

import java.util.ArrayList;
import java.util.Locale;
import java.util.MissingResourceException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.Address;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/** Writes {@code emisor} and {@code destinatario}: identifier with its kind, name, address. */
final class CovePartyWriter {
  private static final String TAX_ID = "0";
  private static final String RFC = "1";
  private static final String CURP = "2";
  private static final String NONE = "3";

  private final XmlDocument xml;
  private final LossList losses;

  CovePartyWriter(XmlDocument xml, LossList losses) {
    this.xml = xml;
    this.losses = losses;
  }

  void write(String role, Party party, String base) {
    var name = PartyName.of(party, base, losses);
    if (name.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    xml.open(role);
    identifier(party, base);
    xml.element("oxml:nombre", losses.clean(name, base, "/name"));
    address(party.address(), base);
    xml.close(role);
  }

  /** The first identifier, told by its scheme; every other one is lost. */
  private void identifier(Party party, String base) {
    PartyIdentifier sent = null;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      if (sent != null || identifier.value() == null) {
        losses.noTarget(base, "/identifiers/" + i, "one identifier");
      } else {
        sent = identifier;
        var at = "/identifiers/" + i;
        if (type(identifier).equals(TAX_ID)) {
          losses.noTarget(
              base, at + "/schemeCode", "RFC or CURP; sent as a tax id of another kind");
        }
        if (identifier.issuingCountryCode() != null) {
          losses.noTarget(base, at + "/issuingCountryCode", "kind and number alone");
        }
      }
    }
    xml.element("oxml:tipoIdentificador", sent == null ? NONE : type(sent));
    xml.element(
        "oxml:identificacion",
        sent == null ? null : losses.clean(sent.value(), base, "/identifiers"));
  }

  private static String type(PartyIdentifier identifier) {
    return switch (identifier.schemeCode() == null ? "" : identifier.schemeCode()) {
      case "RFC" -> RFC;
      case "CURP" -> CURP;
      default -> TAX_ID;
    };
  }

  private void address(Address address, String base) {
    if (address == null) {
      losses.needs(base, "/address", "an address");
      return;
    }
    var street = new ArrayList<>(address.streetLines());
    if (address.poBox() != null) {
      street.add("PO BOX " + address.poBox());
    }
    if (street.size() > 1) {
      losses.rearranged(base, "/address/streetLines", "joined in calle");
    }
    var region = address.subdivisionName();
    if (region == null) {
      region = address.subdivisionCode();
    } else if (address.subdivisionCode() != null) {
      losses.noTarget(base, "/address/subdivisionCode", "the name alone");
    }
    xml.open("oxml:domicilio");
    xml.element("oxml:calle", losses.clean(String.join(", ", street), base, "/address"));
    xml.text("oxml:municipio", address.city());
    xml.text("oxml:entidadFederativa", region);
    xml.text("oxml:codigoPostal", address.postcode());
    xml.element("oxml:pais", country(address.countryCode(), base));
    xml.close("oxml:domicilio");
  }

  /** ISO 3166 alpha-3. */
  private String country(String code, String base) {
    try {
      if (code != null) {
        return Locale.of("", code).getISO3Country();
      }
    } catch (MissingResourceException e) {
      losses.needs(base, "/address/countryCode", "a country of ISO 3166");
      return null;
    }
    losses.needs(base, "/address/countryCode", "a country");
    return null;
  }
}
