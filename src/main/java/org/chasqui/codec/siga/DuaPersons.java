package org.chasqui.codec.siga;

import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.Party;

/** Writes the persons of a declaration, each as code, name and nationality. */
final class DuaPersons {
  private final SigaSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final SigaValues values;

  DuaPersons(SigaSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
    this.values = new SigaValues(settings, view, losses);
  }

  /** A person as a declaration names it. */
  record DuaPerson(String code, String name, String nationality) {
    void write(XmlElements xml, String role) throws XMLStreamException {
      xml.text(role + "Code", code);
      xml.text(role + "Name", name);
      xml.text(role + "Nationality", nationality);
    }
  }

  /** A person whose document the declaration cannot be without. */
  DuaPerson person(Party party, String base) {
    if (party == null) {
      losses.needs(base, "", "a name and a document");
      return new DuaPerson(null, null, null);
    }
    var document = SigaPerson.of(party, base, values, view, losses);
    if (document.isEmpty()) {
      losses.needs(base, "/identifiers", "a document of a kind of the map document-type");
      return new DuaPerson(null, null, null);
    }
    return new DuaPerson(document.get().code(), values.name(party, base), document.get().country());
  }

  /** The foreign supplier: name first, and a stand-in for its document. */
  void supplier(XmlElements xml, Party party, boolean sender) throws XMLStreamException {
    var base = sender ? "/sender" : "/eCommerce/seller";
    if (party == null) {
      losses.needs(base, "", "a name and an address");
      return;
    }
    var found = SigaPerson.of(party, base, values, view, losses);
    if (found.isEmpty()) {
      losses.assumed(base, "/identifiers", "a document; sent as the profile's stand-in");
    }
    var person = found.orElseGet(() -> SigaPerson.unknown(settings, values.country(party, base)));
    xml.text("ForeignSupplierName", values.name(party, base));
    xml.text("ForeignSupplierCode", person.code());
    xml.text("ForeignSupplierNationality", person.country());
  }
}
