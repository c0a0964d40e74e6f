package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.EmailForm;
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
      var id = rff.segment().is(1, 1, "AHP") ? rff.text(1, 2) : null;
      if (id != null) {
        var given = rff.text(1, 4);
        var scheme = given != null ? given : IdSchemes.of(country, id, ID_SCHEME);
        identifiers.add(new PartyIdentifier(scheme, id, country));
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
      var line = nad.text(5, c);
      if (line != null) {
        lines.add(line);
      }
    }
    var code = nad.text(7, 1);
    var subdivision = subdivision(code, country);
    var given = nad.text(7, 4);
    var name = given != null ? given : subdivision == null ? code : null;
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
    if (code == null || isFullSubdivision(code)) {
      return code;
    }
    boolean joins = country != null && Forms.lettersOrDigits(code, 1, 3);
    return joins ? country + "-" + code : null;
  }

  private static boolean isFullSubdivision(String code) {
    return code.length() > 3
        && code.charAt(2) == '-'
        && Forms.letters(code.substring(0, 2), 2)
        && Forms.lettersOrDigits(code.substring(3), 1, 3);
  }

  /** Of the party itself, or of a contact of it (CTA). */
  private static MessageSegment contact(Group group, String kind) {
    var own = group.first("COM", 1, 2, kind);
    for (var contact : group.groups("contact")) {
      own = own == null ? contact.first("COM", 1, 2, kind) : own;
    }
    return own;
  }

  private String phone(Group group) {
    var com = contact(group, "TE");
    var given = com == null ? null : com.text(1);
    if (given == null) {
      return null;
    }
    var bare = Forms.without(given, " ().-/");
    var plain = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
    return isPhone(plain) ? plain : passed(com, plain, "a number with + and country code");
  }

  private String email(Group group) {
    var com = contact(group, "EM");
    var given = com == null ? null : com.text(1);
    if (given == null) {
      return null;
    }
    boolean usable = given.length() <= 254 && EmailForm.fits(given);
    return usable ? given : passed(com, given, "an e-mail address");
  }

  /** E.164: a plus sign and 6 to 15 digits, the first of which is not zero. */
  private static boolean isPhone(String text) {
    return text.startsWith("+") && !text.startsWith("+0") && Forms.digits(text.substring(1), 6, 15);
  }

  private String passed(MessageSegment com, String value, String expected) {
    var found = "length " + value.length();
    values.pass(ProblemCode.ELEMENT_FORMAT, com, 1, 1, found, expected);
    return null;
  }
}
