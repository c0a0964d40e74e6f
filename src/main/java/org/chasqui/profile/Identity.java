package org.chasqui.profile;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;

/**
 * Who a party is.
 *
 * @param id file name without ending: {@code br}, {@code cla}
 * @param role customs for an administration, post for a designated operator
 * @param code its code in addresses: {@code RFB}, {@code CLA}
 * @param name official name
 * @param countryNames display names of the country by language (en, es, pt, fr)
 * @param languages ISO 639-1, most wanted first
 * @param currency ISO 4217
 * @param ediIds ids it uses in UNB and NAD: {@code J1CCLA}
 */
public record Identity(
    String id,
    PartyRole role,
    String code,
    String name,
    String countryCode,
    Map<String, String> countryNames,
    List<String> languages,
    String currency,
    ZoneId zone,
    List<String> ediIds) {

  /** Address in envelopes; those of the regional standard have no role for marketplaces. */
  public PartyAddress address() {
    var addressed = role == PartyRole.MARKETPLACE ? PartyRole.OTHER : role;
    return new PartyAddress(countryCode, addressed, code);
  }
}
