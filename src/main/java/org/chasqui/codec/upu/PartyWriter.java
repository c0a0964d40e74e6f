package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.Address;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.ProblemCode;

/**
 * Writes a party as a NAD group: in the directory D.00A, or in D.96B, where the subdivision has no
 * name, codes are shorter and contacts follow a CTA.
 */
final class PartyWriter {
  private static final int LINE = 35;
  private static final int NAME_LINES = 5;
  private static final int STREET_LINES = 4;
  private static final int POSTCODE = 17;
  private static final int CONTACT = 512;
  private static final int REFERENCES = 9;
  private static final int OLD_CODE = 9;

  private final EdifactWriter writer;
  private final Losses losses;
  private final boolean old;

  PartyWriter(EdifactWriter writer, Losses losses) {
    this(writer, losses, false);
  }

  /** With {@code old} in the directory D.96B. */
  PartyWriter(EdifactWriter writer, Losses losses, boolean old) {
    this.writer = writer;
    this.losses = losses;
    this.old = old;
  }

  void party(String qualifier, String pointer, Party party, PrepaidTax prepaid) {
    if (party == null) {
      return;
    }
    var address = party.address() == null ? Address.builder().build() : party.address();
    var at = pointer + "/address";
    writer
        .segment("NAD")
        .element(qualifier)
        .element("")
        .element("")
        .element(losses.parts(pointer + "/name", party.name(), LINE, NAME_LINES))
        .element(street(at + "/streetLines", address.streetLines()))
        .element(losses.text(at + "/city", address.city(), LINE))
        .element(subdivision(at, address))
        .element(losses.text(at + "/postcode", address.postcode(), old ? OLD_CODE : POSTCODE))
        .element(address.countryCode())
        .end();
    identifiers(pointer, party, address.countryCode(), prepaid);
    contacts(pointer, party);
    unplaced(pointer, party, address);
  }

  private List<String> street(String pointer, List<String> lines) {
    var written = new ArrayList<String>();
    for (var line : lines) {
      var parts = losses.parts(pointer, line, LINE, STREET_LINES);
      if (parts.size() > 1) {
        losses.add(ProblemCode.REARRANGED, pointer, "length " + line.length(), "lines of 35");
      }
      written.addAll(parts);
    }
    if (written.size() > STREET_LINES) {
      losses.add(ProblemCode.TEXT_CUT, pointer, written.size() + " lines", STREET_LINES + " lines");
      return written.subList(0, STREET_LINES);
    }
    return written;
  }

  private List<String> subdivision(String pointer, Address address) {
    var code = address.subdivisionCode();
    boolean own = code != null && code.startsWith(address.countryCode() + "-");
    if (old) {
      return oldSubdivision(pointer, address, own ? code.substring(3) : code);
    }
    var name = losses.text(pointer + "/subdivisionName", address.subdivisionName(), LINE);
    return name == null && code == null
        ? List.of()
        : Arrays.asList(own ? code.substring(3) : code, null, null, name);
  }

  private void identifiers(String pointer, Party party, String country, PrepaidTax prepaid) {
    int room = prepaid == null ? REFERENCES : REFERENCES - 1;
    var identifiers = party.identifiers();
    for (int i = 0; i < identifiers.size(); i++) {
      var at = pointer + "/identifiers/" + i;
      var identifier = identifiers.get(i);
      if (i >= room) {
        losses.noTarget(at, identifier);
      } else if (identifier.value() != null) {
        var value = losses.text(at + "/value", identifier.value(), LINE);
        var implied = IdSchemes.of(country, value, PartyReader.ID_SCHEME);
        reference("AHP", value, identifier.schemeCode(), implied);
        losses.noTarget(at + "/issuingCountryCode", issuer(identifier, country));
        losses.noTarget(at, identifier.other());
      }
    }
    if (prepaid != null && prepaid.registrationId() != null) {
      var id = losses.text("/prepaidTax/registrationId", prepaid.registrationId(), LINE);
      reference("VA", id, prepaid.schemeCode(), PartyReader.PREPAID_SCHEME);
    }
  }

  private static String issuer(PartyIdentifier identifier, String country) {
    var issuer = identifier.issuingCountryCode();
    return issuer == null || issuer.equals(country) ? null : issuer;
  }

  /** The scheme stands in 4000 unless readers take it for that anyway (ours). */
  private void reference(String qualifier, String value, String scheme, String implied) {
    var written = implied.equals(scheme) ? null : scheme;
    writer.segment("RFF").element(qualifier, value, null, written).end();
  }

  /** The code, or as much of the name as fits. */
  private List<String> oldSubdivision(String pointer, Address address, String code) {
    if (code != null) {
      losses.noTarget(pointer + "/subdivisionName", address.subdivisionName());
      return List.of(losses.text(pointer + "/subdivisionCode", code, OLD_CODE));
    }
    var name = losses.text(pointer + "/subdivisionName", address.subdivisionName(), OLD_CODE);
    return name == null ? List.of() : List.of(name);
  }

  /** An address without its sign is none, so it is left out where the level has no such sign. */
  private void contacts(String pointer, Party party) {
    boolean mail = party.email() != null && losses.fits("@");
    losses.noTarget(pointer + "/email", mail ? null : party.email());
    if (old && (party.phone() != null || mail)) {
      writer.segment("CTA").element("IC").end();
    }
    contact("TE", losses.text(pointer + "/phone", party.phone(), CONTACT));
    contact("EM", mail ? losses.text(pointer + "/email", party.email(), CONTACT) : null);
  }

  private void contact(String qualifier, String number) {
    if (number != null) {
      writer.segment("COM").element(number, qualifier).end();
    }
  }

  private void unplaced(String pointer, Party party, Address address) {
    losses.noTarget(pointer + "/givenName", party.givenName());
    losses.noTarget(pointer + "/familyName", party.familyName());
    losses.noTarget(pointer + "/organisationName", party.organisationName());
    losses.noTarget(pointer + "/personType", party.personType());
    losses.noTarget(pointer, party.other());
    losses.noTarget(pointer + "/address/poBox", address.poBox());
    losses.noTarget(pointer + "/address", address.other());
  }
}
