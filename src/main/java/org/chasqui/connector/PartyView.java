package org.chasqui.connector;

import java.util.HashMap;
import org.chasqui.codec.ProfileView;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;

/** Shows codecs the part of a profile that they may see. */
public final class PartyView {
  private PartyView() {}

  /** The view of a codec that writes one of the party's documents. */
  public static ProfileView of(Profile profile, DocumentRule document) {
    var view = of(profile);
    if (document.settings().isEmpty()) {
      return view;
    }
    var settings = new HashMap<>(view.settings());
    settings.putAll(document.settings());
    return new ProfileView(
        view.party(),
        view.urn(),
        view.name(),
        view.countryCode(),
        view.currency(),
        view.zone(),
        view.languages(),
        settings,
        view.codes(),
        view.confirmed());
  }

  /**
   * The view; where the profile sets none, settings gain {@code edi-id}, the party's first EDI id,
   * and {@code maxBytes}, the most bytes of one document.
   */
  public static ProfileView of(Profile profile) {
    var identity = profile.identity();
    var settings = new HashMap<>(profile.format().settings());
    if (!identity.ediIds().isEmpty()) {
      settings.putIfAbsent("edi-id", identity.ediIds().getFirst());
    }
    settings.putIfAbsent("maxBytes", Long.toString(profile.limits().documentBytes()));
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
