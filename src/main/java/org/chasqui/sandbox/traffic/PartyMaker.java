package org.chasqui.sandbox.traffic;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.chasqui.message.Address;
import org.chasqui.message.Party;
import org.chasqui.message.PersonType;

/** Makes the people and shops of the traffic. */
final class PartyMaker {
  private final Stock stock;
  private final PersonIds ids;

  PartyMaker(Stock stock, PersonIds ids) {
    this.stock = stock;
    this.ids = ids;
  }

  Party person(Country country, Draw draw) {
    var names = stock.names(country.language());
    var given = draw.pick(names.given());
    var family = draw.pick(names.family());
    return Party.builder()
        .name(given + " " + family)
        .givenName(given)
        .familyName(family)
        .personType(PersonType.NATURAL)
        .identifiers(ids.of(country, draw))
        .address(address(country, names, draw))
        .phone(country.phonePrefix() + draw.digits(7))
        .email(mailName(given + "." + family) + "@correo.example")
        .build();
  }

  Party shop(Country country, Draw draw) {
    var names = stock.names(country.language());
    var name = draw.pick(names.organisations());
    return Party.builder()
        .name(name)
        .organisationName(name)
        .personType(PersonType.LEGAL)
        .address(address(country, names, draw))
        .phone(country.phonePrefix() + draw.digits(7))
        .email("ventas@" + mailName(name) + ".example")
        .build();
  }

  private static Address address(Country country, Names names, Draw draw) {
    var city = draw.pick(country.cities());
    var street = draw.pick(names.streets()) + " " + draw.between(1, 2999);
    var lines =
        draw.chance(0.3) ? List.of(street, "Apto. " + draw.between(1, 120)) : List.of(street);
    return Address.builder()
        .streetLines(lines)
        .city(city.name())
        .subdivisionCode(city.subdivisionCode())
        .postcode(city.postcode().isEmpty() ? null : city.postcode())
        .countryCode(country.code())
        .build();
  }

  private static String mailName(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z.]", "")
        .toLowerCase(Locale.ROOT);
  }
}
