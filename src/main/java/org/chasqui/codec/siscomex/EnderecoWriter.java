package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Address;

/**
 * Writes an address as {@code endereco}: street of 50 characters, what is over goes to the
 * complement of 80. Addresses abroad have state EX and municipality 9707 (schema), so their city
 * stands in the complement.
 */
final class EnderecoWriter {
  private static final int STREET = 50;
  private static final int COMPLEMENT = 80;
  private static final String ABROAD_STATE = "EX";
  private static final int ABROAD_MUNICIPALITY = 9707;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final ProfileView view;
  private final LossList losses;

  EnderecoWriter(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  void write(JsonGenerator json, Address address, String base) throws IOException {
    if (address == null) {
      losses.needs(base, "", "an address");
      return;
    }
    boolean home = view.countryCode().equals(address.countryCode());
    var municipality = home ? municipality(address) : Optional.<Integer>empty();
    json.writeObjectFieldStart("endereco");
    streets(json, address, base, municipality.isEmpty());
    json.writeNumberField("municipio", home ? orStandIn(municipality, base) : ABROAD_MUNICIPALITY);
    json.writeStringField("estado", home ? state(address, base).orElse("") : ABROAD_STATE);
    var country =
        losses.code(view, RemessaSettings.COUNTRY_MAP, address.countryCode(), base, "/countryCode");
    if (country.isPresent()) {
      json.writeNumberField("pais", Integer.parseInt(country.get()));
    }
    postcode(json, address, base, home);
    json.writeEndObject();
  }

  private void streets(JsonGenerator json, Address address, String base, boolean withCity)
      throws IOException {
    var lines = new ArrayList<>(address.streetLines());
    if (address.poBox() != null) {
      lines.add("PO BOX " + address.poBox());
    }
    var street = lines.isEmpty() ? "" : losses.clean(lines.removeFirst(), base, "/streetLines/0");
    var complement = new ArrayList<String>();
    if (withCity) {
      complement.addAll(cityAndRegion(address));
    }
    int at = splitAt(street);
    if (at < street.length()) {
      complement.add(street.substring(at).strip());
    }
    complement.addAll(lines);
    json.writeStringField("logradouro", street.substring(0, at).strip());
    if (!complement.isEmpty()) {
      losses.rearranged(base, "", "street of 50 characters, the rest in the complement");
      json.writeStringField(
          "complemento",
          losses.text(String.join(", ", complement), COMPLEMENT, base, "/streetLines"));
    }
  }

  private static List<String> cityAndRegion(Address address) {
    var parts = new ArrayList<String>();
    for (var part :
        new String[] {address.city(), address.subdivisionName(), address.subdivisionCode()}) {
      if (part != null && !part.isBlank()) {
        parts.add(part);
      }
    }
    return parts;
  }

  /**
   * Between words when a blank stands in the second half, else within one, never in a character.
   */
  private static int splitAt(String street) {
    if (street.length() <= STREET) {
      return street.length();
    }
    int blank = street.lastIndexOf(' ', STREET);
    return blank > STREET / 2 ? blank : LossList.head(street, STREET).length();
  }

  /** By state and city name without accents: {@code SP/SAO PAULO}. */
  private Optional<Integer> municipality(Address address) {
    var state = knownState(address).orElse("");
    var city = address.city() == null ? "" : plain(address.city());
    var code = view.codes().getOrDefault(RemessaSettings.MUNICIPALITY_MAP, Map.of());
    return Optional.ofNullable(code.get(state + "/" + city)).map(Integer::valueOf);
  }

  private int orStandIn(Optional<Integer> municipality, String base) {
    if (municipality.isPresent()) {
      return municipality.get();
    }
    var otherwise = view.setting(RemessaSettings.MUNICIPIO_DEFAULT);
    if (otherwise == null) {
      losses.needs(base, "/city", "a city of the map municipality");
      return 0;
    }
    losses.assumed(base, "/city", "a city of the map municipality; sent as " + otherwise);
    return Integer.parseInt(otherwise);
  }

  private Optional<String> state(Address address, String base) {
    var state = knownState(address);
    if (state.isEmpty()) {
      losses.needs(base, "/subdivisionCode", "a state, or a postcode that tells it");
    }
    var code = address.subdivisionCode();
    if (address.subdivisionName() != null && code != null) {
      losses.noTarget(base, "/subdivisionName", "the code of the state alone");
    }
    return state;
  }

  /** From the ISO 3166-2 code, else the state's name, else the first digits of the postcode. */
  private Optional<String> knownState(Address address) {
    var code = address.subdivisionCode();
    if (code != null && code.startsWith(view.countryCode() + "-")) {
      return Optional.of(code.substring(3));
    }
    var name = address.subdivisionName();
    if (name != null) {
      var plain = plain(name);
      if (plain.matches("[A-Z]{2}")) {
        return Optional.of(plain);
      }
      var byName = view.code(RemessaSettings.STATE_MAP, plain);
      if (byName.isPresent()) {
        return byName;
      }
    }
    return byPostcode(address.postcode());
  }

  private Optional<String> byPostcode(String postcode) {
    var digits = postcode == null ? "" : postcode.replaceAll("\\D", "");
    for (int length = 3; length > 1 && digits.length() >= length; length--) {
      var state = view.code(RemessaSettings.POSTCODE_STATE_MAP, digits.substring(0, length));
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }

  private void postcode(JsonGenerator json, Address address, String base, boolean home)
      throws IOException {
    if (address.postcode() != null) {
      var text = home ? address.postcode().replaceAll("[. -]", "") : address.postcode();
      json.writeStringField("cep", losses.text(text, home ? 8 : 15, base, "/postcode"));
    }
  }

  private static String plain(String name) {
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return bare.strip().toUpperCase(Locale.ROOT);
  }
}
