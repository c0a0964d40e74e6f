package org.chasqui.codec.upu.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.EmailForm;
import org.chasqui.message.Address;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/** Reads sender and addressee. */
final class PersonReader {
  /** Scheme of a reference that comes without one (ours). */
  static final String ID_SCHEME = "OTHER";

  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{5,14}");

  /** ISO 3166-2. */
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private final CdsValues values;

  PersonReader(CdsValues values) {
    this.values = values;
  }

  /** The party, or null when nothing is said of it. */
  Party read(CdsElement person) {
    if (person.isEmpty()) {
      return null;
    }
    var given = values.text(person, "FirstName", 70);
    var family = values.text(person, "LastName", 70);
    var name = values.text(person, "Name", 140);
    return Party.builder()
        .name(name == null ? joined(given, family) : name)
        .givenName(given)
        .familyName(family)
        .identifiers(identifiers(person))
        .address(address(person))
        .phone(phone(person))
        .email(email(person))
        .build();
  }

  private static String joined(String given, String family) {
    if (given == null || family == null) {
      return given == null ? family : given;
    }
    return given + " " + family;
  }

  private List<PartyIdentifier> identifiers(CdsElement person) {
    var reference = values.text(person, "IdRef", 35);
    return reference == null
        ? List.of()
        : List.of(new PartyIdentifier(ID_SCHEME, reference, null, Map.of()));
  }

  private Address address(CdsElement person) {
    var lines = new ArrayList<String>();
    for (var name : List.of("AddressLine1", "AddressLine2")) {
      var line = values.text(person, name, 70);
      if (line != null) {
        lines.add(line);
      }
    }
    var state = values.text(person, "State", 70);
    boolean code = state != null && SUBDIVISION.matcher(state).matches();
    return Address.builder()
        .streetLines(lines)
        .city(values.text(person, "City", 70))
        .subdivisionName(code ? null : state)
        .subdivisionCode(code ? state : null)
        .postcode(values.text(person, "ZIP", 17))
        .countryCode(values.code(person, "CountryCd", CdsValues.COUNTRY, "a country of 2 letters"))
        .build();
  }

  /** International form; spaces and other separators do not count. */
  private String phone(CdsElement person) {
    var given = person.text("Telephone");
    var plain = given == null ? null : given.replaceAll("[ ()./-]", "");
    if (plain == null || PHONE.matcher(plain).matches()) {
      return plain;
    }
    values.pass(person, "Telephone", "a telephone number in international form");
    return null;
  }

  private String email(CdsElement person) {
    var email = person.text("Email");
    if (email == null || EmailForm.fits(email)) {
      return email;
    }
    values.pass(person, "Email", "an e-mail address");
    return null;
  }
}
