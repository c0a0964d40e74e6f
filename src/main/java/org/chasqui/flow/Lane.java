package org.chasqui.flow;

import org.chasqui.message.ItemDeclaration;

/** From where to where an item goes; empty for what is no country code. */
record Lane(String origin, String destination) {

  static Lane of(ItemDeclaration declaration) {
    return new Lane(
        country(declaration.originCountryCode()), country(declaration.destinationCountryCode()));
  }

  static String country(String code) {
    return code != null
            && code.length() == 2
            && isCapital(code.charAt(0))
            && isCapital(code.charAt(1))
        ? code
        : "";
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
