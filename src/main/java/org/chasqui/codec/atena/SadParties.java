package org.chasqui.codec.atena;

import java.util.regex.Pattern;
import org.chasqui.codec.AddressText;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.message.Party;

/** Code, name and address of a party, each as one text. */
final class SadParties {
  private static final Pattern OTHERS = Pattern.compile("[^0-9A-Za-z]");

  private final LossList losses;

  SadParties(LossList losses) {
    this.losses = losses;
  }

  /** The digits of the first identifier, without its scheme; every other one is lost. */
  String code(Party party, String base) {
    if (party == null || party.identifiers().isEmpty()) {
      losses.assumed(base, "/identifiers", "a national number; sent without");
      return null;
    }
    for (int i = 1; i < party.identifiers().size(); i++) {
      losses.noTarget(base, "/identifiers/" + i, "one code");
    }
    var first = party.identifiers().getFirst();
    losses.noTarget(base, "/identifiers/0/schemeCode", "the number alone");
    if (first.issuingCountryCode() != null) {
      losses.noTarget(base, "/identifiers/0/issuingCountryCode", "the number alone");
    }
    var number = first.value() == null ? "" : OTHERS.matcher(first.value()).replaceAll("");
    if (!number.equals(first.value())) {
      losses.rearranged(base, "/identifiers/0/value", "letters and digits alone");
    }
    return number.isEmpty() ? null : number;
  }

  String name(Party party, String base) {
    var name = party == null ? "" : losses.clean(PartyName.of(party, base, losses), base, "/name");
    if (name.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    return name;
  }

  String address(Party party, String base) {
    var address = party == null ? null : party.address();
    var text = address == null ? "" : AddressText.of(address, base + "/address", losses);
    if (text.isBlank()) {
      losses.needs(base, "/address", "an address");
    }
    return losses.clean(text, base, "/address");
  }
}
