package org.chasqui.flow;

import java.util.Locale;
import java.util.Set;
import org.chasqui.message.ItemDeclaration;

/** From where to where an item goes; empty for what is no country code. */
record Lane(String origin, String destination) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  static Lane of(ItemDeclaration declaration) {
    return new Lane(
        country(declaration.originCountryCode()), country(declaration.destinationCountryCode()));
  }

  static String country(String code) {
    return code != null && COUNTRIES.contains(code) ? code : "";
  }
}
