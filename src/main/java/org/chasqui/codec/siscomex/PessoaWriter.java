package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;

/** Writes sender and addressee as {@code remetente} and {@code destinatario}. */
final class PessoaWriter {
  /** Codes of {@code tipoDocumento}. */
  private static final Map<String, String> DOCUMENT_TYPES =
      Map.of("CPF", "1", "CNPJ", "2", "PASSPORT", "3");

  private final ProfileView view;
  private final LossList losses;
  private final EnderecoWriter addresses;

  PessoaWriter(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
    this.addresses = new EnderecoWriter(view, losses);
  }

  void write(JsonGenerator json, String field, Party party, String base) throws IOException {
    if (party == null) {
      losses.needs(base, "", "name and address");
      return;
    }
    json.writeObjectFieldStart(field);
    var name = PartyName.of(party, base, losses);
    if (name.isEmpty()) {
      losses.needs(base, "/name", "a name");
    } else {
      json.writeStringField("nome", losses.text(name, 255, base, "/name"));
    }
    identifier(json, party, base);
    addresses.write(json, party.address(), base + "/address");
    json.writeEndObject();
  }

  /** The first identifier of a kind that the format knows; every other one is lost. */
  private void identifier(JsonGenerator json, Party party, String base) throws IOException {
    boolean sent = false;
    for (int i = 0; i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var number = sent ? null : number(identifier);
      if (number == null) {
        losses.noTarget(base, "/identifiers/" + i, "one CPF, CNPJ or PASSPORT");
      } else {
        sent = true;
        json.writeStringField("tipoDocumento", DOCUMENT_TYPES.get(identifier.schemeCode()));
        json.writeStringField("documento", number);
        issuer(identifier, base + "/identifiers/" + i);
      }
    }
  }

  /** CPF and CNPJ tell their country; a passport does not. */
  private void issuer(PartyIdentifier identifier, String base) {
    var country = identifier.issuingCountryCode();
    if (country != null
        && (identifier.schemeCode().equals("PASSPORT") || !country.equals(view.countryCode()))) {
      losses.noTarget(base, "/issuingCountryCode", "the number alone");
    }
  }

  /** CPF of 11 digits, CNPJ of 14 (letters from July 2026), passport of up to 10; or null. */
  private static String number(PartyIdentifier identifier) {
    if (identifier.value() == null || identifier.schemeCode() == null) {
      return null;
    }
    var bare = identifier.value().replaceAll("[./ -]", "");
    return switch (identifier.schemeCode()) {
      case "CPF" -> bare.matches("\\d{11}") ? bare : null;
      case "CNPJ" -> bare.matches("[0-9A-Z]{12}\\d{2}") ? bare : null;
      case "PASSPORT" -> bare.matches("[0-9A-Z]{1,10}") ? bare : null;
      default -> null;
    };
  }
}
