package org.chasqui.codec.asycuda;

import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;

/** The UN/LOCODE where items of a country are loaded: by the profile, since items do not say. */
final class LoadingPlace {
  private LoadingPlace() {}

  /**
   * Of the map, else of the setting, else the country with {@code ZZZ}, UN/LOCODE's entry for a
   * place without one, which is told.
   *
   * @param pointer where the message gives the country
   */
  static String of(
      String country, AwboldsSettings settings, ProfileView view, LossList losses, String pointer) {
    var known = view.code(AwboldsSettings.LOADING_MAP, country).orElse(settings.loading());
    if (known != null) {
      return known;
    }
    var loading = (country == null ? "XX" : country) + "ZZZ";
    losses.assumed(pointer, "", "a code of the map loading-place; sent as " + loading);
    return loading;
  }
}
