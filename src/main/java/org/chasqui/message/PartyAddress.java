package org.chasqui.message;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Address of a party in an envelope: {@code urn:lac-ead:party:BR:customs:RFB}.
 *
 * @param countryCode ISO 3166-1 alpha-2; {@code XX} for the gateway itself
 * @param code 2 to 20 of A-Z, 0-9 and hyphen
 */
public record PartyAddress(String countryCode, PartyRole role, String code) {
  private static final Pattern FORM =
      Pattern.compile(
          "urn:lac-ead:party:([A-Z]{2}):(post|customs|gateway|other):([A-Z0-9-]{2,20})");

  /** The gateway's own address. */
  public static final PartyAddress GATEWAY = new PartyAddress("XX", PartyRole.GATEWAY, "CHASQUI");

  /** Reads the URN form; empty when it is not one. */
  public static Optional<PartyAddress> parse(String urn) {
    var match = FORM.matcher(urn == null ? "" : urn);
    return match.matches()
        ? Optional.of(
            new PartyAddress(
                match.group(1),
                PartyRole.valueOf(match.group(2).toUpperCase(Locale.ROOT)),
                match.group(3)))
        : Optional.empty();
  }

  /** The URN form. */
  public String urn() {
    return "urn:lac-ead:party:" + countryCode + ":" + role.token() + ":" + code;
  }
}
