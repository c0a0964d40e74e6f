package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.Address;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.ProblemCode;

/** Reads a party group (NAD, RFF, COM) of an item as a party. */
final class PartyReader {
  /** Scheme of an id whose scheme the message does not give (ours). */
  static final String ID_SCHEME = "TAX-ID";

  /** Scheme of a registration for prepaid tax whose scheme the message does not give (ours). */
  static final String PREPAID_SCHEME = "VAT";

  private static final int NAME = 140;
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{5,14}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern FULL_SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  private final ItemReader values;

  PartyReader(ItemReader values) {
    this.values = values;
  }

  /** The party; {@code customsReference} is the sender's own, or null. */
  Party party(Group group, String customsReference) {
    var nad = group.trigger();
    return Party.builder()
        .name(values.cut(nad, 4, ItemReader.joined(nad, 4), NAME))
        .identifiers(identifiers(group, nad.text(9)))
        .address(address(nad))
        .phone(phone(group))
        .email(email(group))
        .customsReference(customsReference)
        .build();
  }

  /** The registration under which tax was charged at the sale, or null. */
  static PrepaidTax prepaid(Group group) {
    var va = group.first("RFF", 1, 1, "VA");
    if (va == null || va.text(1, 2) == null) {
      return null;
    }
    var scheme = va.text(1, 4) == null ? PREPAID_SCHEME : va.text(1, 4);
    return new PrepaidTax(scheme, va.text(1, 2), List.of(), null);
  }

  private static List<PartyIdentifier> identifiers(Group group, String country) {
    var identifiers = new ArrayList<PartyIdentifier>();
    for (var rff : group.all("RFF")) {
      if (rff.segment().is(1, 1, "AHP") && rff.text(1, 2) != null) {
        var given = rff.text(1, 4);
        var scheme = given != null ? given : IdSchemes.of(country, rff.text(1, 2), ID_SCHEME);
        identifiers.add(new PartyIdentifier(scheme, rff.text(1, 2), country));
      }
    }
    return identifiers;
  }

  private Address address(MessageSegment nad) {
    var country = nad.text(9);
    if (country != null && !Forms.letters(country, 2)) {
      values.refuse(nad, 9, 0, "length " + country.length(), "an ISO 3166-1 alpha-2 code");
    }
    var lines = new ArrayList<String>();
    for (int c = 1; c <= Math.min(4, nad.segment().components(5)); c++) {
      if (nad.text(5, c) != null) {
        lines.add(nad.text(5, c));
      }
    }
    var code = nad.text(7, 1);
    var subdivision = subdivision(code, country);
    var name = nad.text(7, 4) != null ? nad.text(7, 4) : subdivision == null ? code : null;
    return Address.builder()
        .streetLines(lines)
        .city(nad.text(6))
        .subdivisionCode(subdivision)
        .subdivisionName(name)
        .postcode(nad.text(8))
        .countryCode(country)
        .build();
  }

  /** The ISO 3166-2 code: EDI has the part after the country. */
  private static String subdivision(String code, String country) {
    if (code == null || FULL_SUBDIVISION.matcher(code).matches()) {
      return code;
    }
    boolean joins = country != null && Forms.lettersOrDigits(code, 1, 3);
    return joins ? country + "-" + code : null;
  }

  private String phone(Group group) {
    var com = group.first("COM", 1, 2, "TE");
    if (com == null || com.text(1) == null) {
      return null;
    }
    var bare = Forms.without(com.text(1), " ().-/");
    var plain = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
    return PHONE.matcher(plain).matches()
        ? plain
        : passed(com, plain, "a number with + and country code");
  }

  private String email(Group group) {
    var com = group.first("COM", 1, 2, "EM");
    if (com == null || com.text(1) == null) {
      return null;
    }
    boolean usable = EMAIL.matcher(com.text(1)).matches() && com.text(1).length() <= 254;
    return usable ? com.text(1) : passed(com, com.text(1), "an e-mail address");
  }

  private String passed(MessageSegment com, String value, String expected) {
    var found = "length " + value.length();
    values.pass(ProblemCode.ELEMENT_FORMAT, com, 1, 1, found, expected);
    return null;
  }
}
