package org.chasqui.codec.siga;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/**
 * How SIGA knows a person: kind of document and number, and both in one code, {@code
 * CED00113918205} or with the issuing country {@code RNC214101000011}, {@code TID724C103085}
 * (comments of the published XSD, code of integrators, §2.11).
 *
 * @param country numeric, of the document
 */
record SigaPerson(String type, String number, String country) {
  private static final Pattern OTHERS = Pattern.compile("[^0-9A-Z]");

  /** The one kind whose code does not name a country. */
  private static final String CEDULA = "CED";

  String code() {
    return CEDULA.equals(type) ? type + number : type + country + number;
  }

  /**
   * By the first identifier whose scheme has a kind of document in the map; every other one is
   * lost. Empty when there is none.
   *
   * @param base JSON pointer of the party
   */
  static Optional<SigaPerson> of(
      Party party, String base, SigaValues values, ProfileView view, LossList losses) {
    SigaPerson person = null;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = "/identifiers/" + i;
      var type = view.code(SigaSettings.DOCUMENT_MAP, identifier.schemeCode());
      var number = number(identifier, base + at, losses);
      if (person != null || type.isEmpty() || number.isEmpty()) {
        losses.noTarget(base, at, "one document of a kind of the map document-type");
        continue;
      }
      var address = party.address() == null ? null : party.address().countryCode();
      boolean issued = identifier.issuingCountryCode() != null;
      var country =
          issued
              ? values.country(identifier.issuingCountryCode(), base, at + "/issuingCountryCode")
              : values.country(address, base, "/address/countryCode");
      person = new SigaPerson(type.get(), number, country);
    }
    return Optional.ofNullable(person);
  }

  /** Letters and digits alone. */
  private static String number(PartyIdentifier identifier, String pointer, LossList losses) {
    var value = identifier.value() == null ? "" : identifier.value();
    var number = OTHERS.matcher(value.toUpperCase(Locale.ROOT)).replaceAll("");
    if (!number.equals(value)) {
      losses.rearranged(pointer, "/value", "letters and digits alone");
    }
    return number;
  }

  /** Stands in for a person of whom no document is known. */
  static SigaPerson unknown(SigaSettings settings, String country) {
    return new SigaPerson(
        settings.text(SigaSettings.NO_DOCUMENT_TYPE, "TID"),
        settings.text(SigaSettings.NO_DOCUMENT_NUMBER, "0"),
        country);
  }
}
