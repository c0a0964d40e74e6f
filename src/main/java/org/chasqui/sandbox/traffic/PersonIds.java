package org.chasqui.sandbox.traffic;

import java.util.List;
import java.util.Optional;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.profile.IdentifierChecks;
import org.chasqui.profile.Profiles;

/** Makes ids of persons that pass the check of their country's profile. */
final class PersonIds {
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXYZ";
  private static final String CHECK_CHARACTERS = "0123456789K";

  private final Profiles profiles;

  PersonIds(Profiles profiles) {
    this.profiles = profiles;
  }

  /** An id for a person of a country; none where the country asks for none. */
  List<PartyIdentifier> of(Country country, Draw draw) {
    if (country.idForm().isEmpty()) {
      return List.of();
    }
    int colon = country.idForm().indexOf(':');
    var scheme = country.idForm().substring(0, colon);
    var form = country.idForm().substring(colon + 1);
    // A form with one check character has no valid one for about one number in eleven: draw again.
    Optional<String> value = Optional.empty();
    while (value.isEmpty()) {
      value = completed(country.code(), scheme, filled(form, draw));
    }
    return List.of(new PartyIdentifier(scheme, value.get(), country.code()));
  }

  private static String filled(String form, Draw draw) {
    var text = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      switch (form.charAt(i)) {
        case '#' -> text.append(draw.between(i == 0 ? 1 : 0, 9));
        case '@' -> text.append(LETTERS.charAt(draw.between(0, LETTERS.length() - 1)));
        case '%' ->
            text.append(
                "%02d%02d%02d"
                    .formatted(draw.between(50, 99), draw.between(1, 12), draw.between(1, 28)));
        default -> text.append(form.charAt(i));
      }
    }
    return text.toString();
  }

  private Optional<String> completed(String country, String scheme, String text) {
    int open = text.indexOf('?');
    if (open < 0) {
      return passes(country, scheme, text) ? Optional.of(text) : Optional.empty();
    }
    for (int i = 0; i < CHECK_CHARACTERS.length(); i++) {
      var candidate =
          text.substring(0, open) + CHECK_CHARACTERS.charAt(i) + text.substring(open + 1);
      var whole = completed(country, scheme, candidate);
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.empty();
  }

  private boolean passes(String country, String scheme, String value) {
    return profiles
        .identifierRule(country, scheme)
        .map(rule -> profiles.identifierChecks().check(rule, value))
        .map(verdict -> verdict == IdentifierChecks.Verdict.VALID)
        .orElse(true);
  }
}
