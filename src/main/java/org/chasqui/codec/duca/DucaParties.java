package org.chasqui.codec.duca;

import java.io.IOException;
import java.util.ArrayList;
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

  /** One text: street, box, city with postcode, region, country. */
  private String domicile(Address address, String base) {
    if (address == null) {
      return null;
    }
    var parts = new ArrayList<>(address.streetLines());
    if (parts.size() > 1) {
      losses.rearranged(base, "/streetLines", "joined in one text");
    }
    parts.add(address.poBox() == null ? null : "APDO. " + address.poBox());
    parts.add(address.city());
    parts.add(address.postcode());
    parts.add(address.subdivisionName());
    parts.add(address.subdivisionCode());
    parts.add(address.countryCode());
    parts.removeIf(part -> part == null || part.isBlank());
    return losses.clean(String.join(", ", parts), base, "");
  }
}
