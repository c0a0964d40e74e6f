package org.chasqui.codec.asycuda;

import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.AddressText;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Party;

/** Writes sender and addressee as {@code Traders_segment}. */
final class TradersWriter {
  private static final int NAME = 75;
  private static final int ADDRESS = 140;
  private static final int CODE = 17;

  private final AwboldsSettings settings;
  private final LossList losses;

  TradersWriter(AwboldsSettings settings, LossList losses) {
    this.settings = settings;
    this.losses = losses;
  }

  void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    var exporter = trader(item.sender(), "/sender");
    var consignee = trader(item.recipient(), "/recipient");
    if (!losses.carries()) {
      return;
    }
    xml.start("Traders_segment");
    write(xml, "Exporter", exporter.code(), exporter);
    if (settings.notifyGroup()) {
      write(xml, "Notify", null, consignee);
    }
    write(xml, "Consignee", consignee.code(), consignee);
    xml.end();
  }

  private static void write(XmlElements xml, String role, String code, Trader trader)
      throws XMLStreamException {
    xml.start(role);
    xml.text(role + "_code", code);
    xml.text(role + "_name", trader.name());
    xml.text(role + "_address", trader.address());
    xml.end();
  }

  private Trader trader(Party party, String base) {
    if (party == null) {
      losses.needs(base, "", "name and address");
      return new Trader(null, "", "");
    }
    var name = PartyName.of(party, base, losses);
    if (name.isEmpty()) {
      losses.needs(base, "/name", "a name");
    }
    var address = "";
    if (party.address() == null) {
      losses.needs(base, "/address", "an address");
    } else {
      address = AddressText.of(party.address(), base + "/address", losses);
    }
    return new Trader(
        code(party, base),
        losses.text(name, NAME, base, "/name"),
        losses.text(address, ADDRESS, base, "/address"));
  }

  /** The first identifier that fits, without its scheme; every other one is lost. */
  private String code(Party party, String base) {
    String code = null;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var value = identifier.value();
      var at = "/identifiers/" + i;
      if (settings.traderCodes() && code == null && value != null && value.length() <= CODE) {
        code = losses.clean(value, base, at + "/value");
        losses.noTarget(base, at + "/schemeCode", "the number alone");
        if (identifier.issuingCountryCode() != null) {
          losses.noTarget(base, at + "/issuingCountryCode", "the number alone");
        }
      } else {
        losses.noTarget(base, at, "one code of at most " + CODE + " characters");
      }
    }
    return code;
  }

  private record Trader(String code, String name, String address) {}
}
