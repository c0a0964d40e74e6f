package org.chasqui.codec.din;

import java.util.Locale;
import org.chasqui.codec.AddressText;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/** Writes {@code IDENTIFICACION}: the addressee with number and check digit, and the sender. */
final class IdentificationWriter {
  private static final String TAX_NUMBER = "03";
  private static final String PASSPORT = "04";
  private static final String NO_COMMUNE = "00000";

  private final XmlDocument xml;
  private final DinSettings settings;
  private final ProfileView view;
  private final LossList losses;

  IdentificationWriter(XmlDocument xml, DinSettings settings, ProfileView view, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  void write(ItemDeclaration item) {
    var recipient = item.recipient();
    var sender = item.sender();
    xml.open("c:IDENTIFICACION");
    xml.element("i:NOMBRE", name(recipient, "/recipient"));
    xml.element("i:DIREC", address(recipient, "/recipient"));
    xml.element("i:CODCOMUN", commune(recipient));
    number(recipient);
    xml.element("i:NOMREPLEG", null);
    xml.element("i:NUMRUTRL", null);
    xml.element("i:DIGVERRL", null);
    xml.element("i:NOMCONSIG", name(sender, "/sender"));
    xml.element("i:DESDIRCON", address(sender, "/sender"));
    xml.element("i:CODPAISCON", country(sender));
    xml.close("c:IDENTIFICACION");
  }

  private String name(Party party, String base) {
    var name = PartyName.of(party, base, losses);
    if (name.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    return losses.clean(name, base, "/name");
  }

  private String address(Party party, String base) {
    if (party.address() == null) {
      losses.needs(base, "/address", "an address");
      return "";
    }
    return losses.clean(
        AddressText.of(party.address(), base + "/address", losses), base, "/address");
  }

  private String commune(Party party) {
    var city = party.address() == null ? null : party.address().city();
    var commune = view.code(DinSettings.COMMUNE_MAP, city);
    if (commune.isEmpty()) {
      losses.assumed(
          "/recipient/address", "/city", "a city of the map comuna; sent as " + NO_COMMUNE);
    }
    return commune.orElse(NO_COMMUNE);
  }

  private String country(Party party) {
    var country = party.address() == null ? null : party.address().countryCode();
    return losses
        .code(view, DinSettings.COUNTRY_MAP, country, "/sender/address/countryCode", "")
        .orElse(null);
  }

  /** The first RUT or passport; every other identifier is lost. */
  private void number(Party party) {
    PartyIdentifier found = null;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      if (found == null && isNumber(identifier)) {
        found = identifier;
        if (identifier.issuingCountryCode() != null) {
          losses.noTarget("/recipient/identifiers/" + i, "/issuingCountryCode", "the number alone");
        }
      } else {
        losses.noTarget("/recipient/identifiers/" + i, "", "one RUT or passport");
      }
    }
    if (found == null) {
      standIn();
    } else if (found.schemeCode().equals("RUT")) {
      rut(found.value());
    } else {
      number(PASSPORT, found.value(), "P");
    }
  }

  private static boolean isNumber(PartyIdentifier identifier) {
    var value = identifier.value();
    return value != null
        && ("RUT".equals(identifier.schemeCode()) && value.matches("[0-9.]{6,11}-?[0-9Kk]")
            || "PASSPORT".equals(identifier.schemeCode()) && value.matches("[0-9A-Za-z]{1,20}"));
  }

  private void standIn() {
    if (settings.documentDefault() == null) {
      losses.needs("/recipient", "/identifiers", "a RUT or passport");
      return;
    }
    losses.assumed("/recipient", "/identifiers", "a RUT or passport; sent as the profile's");
    rut(settings.documentDefault());
  }

  private void rut(String value) {
    var plain = value.replace(".", "").replace("-", "").toUpperCase(Locale.ROOT);
    int check = plain.length() - 1;
    number(TAX_NUMBER, plain.substring(0, check), plain.substring(check));
  }

  private void number(String type, String number, String check) {
    xml.element("i:TIPRUT", type);
    xml.element("i:RUT", number);
    xml.element("i:DVRUT", check);
  }
}
