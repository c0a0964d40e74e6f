package org.chasqui.codec;

import org.chasqui.message.Party;

/** The one name that national formats have for a party, from the several names of the message. */
public final class PartyName {
  private PartyName() {}

  /**
   * Name and organisation in one text. Given and family name that the name does not repeat are
   * losses.
   *
   * @param base JSON pointer of the party
   * @return empty text when the party has no name
   */
  public static String of(Party party, String base, LossList losses) {
    var name = party.name() == null ? "" : party.name();
    lostPart(name, party.givenName(), base, "/givenName", losses);
    lostPart(name, party.familyName(), base, "/familyName", losses);
    var organisation = party.organisationName();
    if (organisation == null || name.contains(organisation)) {
      return name;
    }
    if (name.isEmpty()) {
      return organisation;
    }
    losses.rearranged(base, "/organisationName", "joined with the name");
    return name + " (" + organisation + ")";
  }

  private static void lostPart(
      String name, String part, String base, String rest, LossList losses) {
    if (part != null && !name.contains(part)) {
      losses.noTarget(base, rest, "one name for a party");
    }
  }
}
