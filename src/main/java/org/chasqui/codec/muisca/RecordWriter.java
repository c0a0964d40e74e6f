package org.chasqui.codec.muisca;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.chasqui.codec.AddressText;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Party;

/** Writes one item as a record; values are attributes, as in the tax formats. Names are ours. */
final class RecordWriter {
  static final String DOCUMENT_MAP = "document-type";

  private final ProfileView view;
  private final LossList losses;
  private final XmlDocument xml = XmlDocument.latin1(2000);
  private final int start = xml.toString().length();
  private BigDecimal value = BigDecimal.ZERO;

  RecordWriter(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  /** The declared value of the item that was written, for the total of the file. */
  BigDecimal value() {
    return value;
  }

  String write(ItemDeclaration item) {
    refuse(item);
    if (!losses.carries()) {
      return "";
    }
    xml.raw("<envio").attribute("guia", item.itemId());
    xml.attribute("orig", item.originCountryCode());
    xml.attribute("cat", item.itemCategory() == null ? null : item.itemCategory().name());
    xml.attribute("peso", grossMass(item));
    amount("valor", "mon", item.declaredValue(), "/declaredValue");
    amount("flete", "monflete", item.postage(), "/postage");
    party("rem", "dirrem", item.sender(), "/sender");
    party("dest", "dirdest", item.recipient(), "/recipient");
    identifier(item.recipient());
    if (item.transport() != null) {
      xml.attribute("desp", item.transport().dispatchId());
      xml.attribute("saca", item.transport().receptacleId());
    }
    xml.attribute("obs", item.comments()).raw(">");
    for (int i = 0; i < item.contents().size(); i++) {
      line(item.contents().get(i), "/contents/" + i);
    }
    return xml.close("envio").toString().substring(start);
  }

  private void refuse(ItemDeclaration item) {
    if (item.function() != MessageFunction.ORIGINAL) {
      var found = String.valueOf(item.function());
      losses.refuse("/function", "", found, "ORIGINAL: a corrected file is not known");
    }
    if (item.itemId() == null || !item.itemId().matches("[0-9A-Z]{1,35}")) {
      losses.needs("/itemId", "", "1 to 35 of A-Z and 0-9");
    }
    if (item.contents().isEmpty() || item.contents().size() > 999) {
      losses.needs("/contents", "", "1 to 999 content lines");
    }
    if (item.sender() == null) {
      losses.needs("/sender", "", "name and address");
    }
    if (item.recipient() == null) {
      losses.needs("/recipient", "", "name and address");
    }
  }

  private void party(String name, String address, Party party, String base) {
    var text = PartyName.of(party, base, losses);
    if (text.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    xml.attribute(name, losses.clean(text, base, "/name"));
    if (party.address() == null) {
      losses.needs(base, "/address", "an address");
      return;
    }
    var line = AddressText.of(party.address(), base + "/address", losses);
    xml.attribute(address, losses.clean(line, base, "/address"));
  }

  /** The first identifier whose scheme the map has; every other one is lost. */
  private void identifier(Party party) {
    var types = view.codes().getOrDefault(DOCUMENT_MAP, Map.of());
    boolean sent = false;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = "/identifiers/" + i;
      var type = identifier.schemeCode() == null ? null : types.get(identifier.schemeCode());
      if (sent || type == null || identifier.value() == null) {
        losses.noTarget("/recipient", at, "one identifier of the map document-type");
        continue;
      }
      sent = true;
      xml.attribute("tdoc", type);
      xml.attribute("ndoc", losses.clean(identifier.value(), "/recipient", at + "/value"));
      if (identifier.issuingCountryCode() != null) {
        losses.noTarget("/recipient", at + "/issuingCountryCode", "kind and number alone");
      }
    }
  }

  private void line(ContentPiece piece, String base) {
    if (piece.sequence() == null || piece.sequence() < 1) {
      losses.needs(base, "/sequence", "a number from 1");
    }
    if (piece.description() == null || piece.description().isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    if (piece.quantity() == null || piece.quantity() < 1) {
      losses.needs(base, "/quantity", "a quantity from 1");
    }
    xml.raw("<linea").attribute("num", String.valueOf(piece.sequence()));
    xml.attribute("desc", losses.clean(piece.description(), base, "/description"));
    xml.attribute("cant", String.valueOf(piece.quantity()));
    amount("valor", "mon", piece.value(), base + "/value");
    if (piece.netMass() != null) {
      xml.attribute("peso", netMass(piece, base));
    }
    if (piece.tariffCode() != null
        && piece.hsCode() != null
        && !piece.tariffCode().startsWith(piece.hsCode())) {
      losses.noTarget(base, "/hsCode", "the national code, which does not begin with it");
    }
    xml.attribute("subp", piece.tariffCode() == null ? piece.hsCode() : piece.tariffCode());
    xml.attribute("orig", piece.originCountryCode()).raw("/>");
  }

  private void amount(String name, String currency, Money money, String base) {
    if (money == null) {
      return;
    }
    losses
        .decimal(money.amount(), 15, 2, RoundingMode.HALF_UP, base, "/amount")
        .ifPresent(
            amount -> {
              xml.attribute(name, amount.toPlainString());
              xml.attribute(currency, money.currencyCode());
              value = base.equals("/declaredValue") ? amount : value;
            });
  }

  private String grossMass(ItemDeclaration item) {
    return losses
        .kilograms(item.grossMass(), 12, 3, RoundingMode.HALF_UP, "/grossMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private String netMass(ContentPiece piece, String base) {
    return losses
        .kilogramsIfAny(piece.netMass(), 12, 3, RoundingMode.HALF_UP, base + "/netMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }
}
