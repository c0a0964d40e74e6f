package org.chasqui.connector;

import java.util.HashMap;
import org.chasqui.codec.ProfileView;
import org.chasqui.profile.Profile;

/** Shows codecs the part of a profile that they may see. */
public final class PartyView {
  private PartyView() {}

  /**
   * The view; settings gain {@code edi-id}, the party's first EDI id, where the profile sets none.
   */
  public static ProfileView of(Profile profile) {
    var identity = profile.identity();
    var settings = new HashMap<>(profile.format().settings());
    if (!identity.ediIds().isEmpty()) {
      settings.putIfAbsent("edi-id", identity.ediIds().getFirst());
    }
    return new ProfileView(
        identity.id(),
        identity.address().urn(),
        identity.name(),
        identity.countryCode(),
        identity.currency(),
        identity.zone(),
        identity.languages(),
        settings,
        profile.codes(),
        profile.system().confirmed());
  }
}
