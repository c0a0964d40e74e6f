package org.chasqui.codec.duca;

import java.io.IOException;
import org.chasqui.codec.AddressText;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Address;
import org.chasqui.message.Party;

/** Writes exporter and importer: number, its kind and country, name, domicile. */
final class DucaParties {
  private final ProfileView view;
  private final LossList losses;

  DucaParties(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  /**
   * Writes a party.
   *
   * @param numbered true when it must have a number
   */
  void write(DucaOutput out, String name, Party party, String base, boolean numbered)
      throws IOException {
    if (party == null) {
      losses.needs(base, "", "a name and an address");
      return;
    }
    out.open(name);
    identifier(out, party, base, numbered);
    var full = losses.clean(PartyName.of(party, base, losses), base, "/name");
    if (full.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    out.text("nombre", full); // .4
    out.text("domicilio", domicile(party.address(), base + "/address")); // .5
    out.close();
  }

  /** The first identifier; every other one is lost. */
  private void identifier(DucaOutput out, Party party, String base, boolean numbered)
      throws IOException {
    for (int i = 1; i < party.identifiers().size(); i++) {
      losses.noTarget(base, "/identifiers/" + i, "one number of identification");
    }
    if (party.identifiers().isEmpty()) {
      if (numbered) {
        losses.needs(base, "/identifiers", "a number of identification");
      }
      return;
    }
    var identifier = party.identifiers().getFirst();
    var scheme = identifier.schemeCode();
    out.text(
        "numeroIdentificacion", losses.clean(identifier.value(), base, "/identifiers/0/value"));
    out.text("tipoIdentificacion", view.code(DucaSettings.DOCUMENT_MAP, scheme).orElse(scheme));
    out.text("paisEmision", identifier.issuingCountryCode());
  }

  private String domicile(Address address, String base) {
    if (address == null) {
      return null;
    }
    var text = losses.clean(AddressText.of(address, base, losses), base, "");
    return text.isBlank() ? null : text;
  }
}
