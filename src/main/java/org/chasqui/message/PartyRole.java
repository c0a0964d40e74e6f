package org.chasqui.message;

import java.util.Locale;

/** What a party is in the exchange. */
public enum PartyRole {
  POST,
  CUSTOMS,
  GATEWAY,
  MARKETPLACE,
  OTHER;

  /** The form in a party address: {@code post}, {@code customs} ... */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
