package org.chasqui.codec.duca;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent the DUCA; national code lists are not public, so
 * their values are settings.
 *
 * @param importerId true when an importer without a number is refused
 * @param tariffDigits to which an HS code is filled with zeros; 0 for not at all
 */
record DucaSettings(
    String registrationOffice,
    String exitOffice,
    String entryOffice,
    String destinationOffice,
    String regime,
    String modality,
    String category,
    String declarantCode,
    String declarantId,
    String declarantName,
    String declarantAddress,
    String carrierCode,
    String carrierName,
    String mode,
    String loadingPlace,
    String unloadingPlace,
    String packageType,
    boolean importerId,
    int tariffDigits) {

  /** Code map from the scheme of an identifier to the national kind of document, field 4.2. */
  static final String DOCUMENT_MAP = "document-type";

  /** Code map from the origin country to the place where the post of it loads, field 21. */
  static final String LOADING_MAP = "loading-place";

  static final Set<String> MAPS = Set.of(DOCUMENT_MAP, LOADING_MAP);

  static final Set<String> KEYS =
      Set.of(
          "registrationOffice",
          "exitOffice",
          "entryOffice",
          "destinationOffice",
          "regime",
          "modality",
          "class",
          "declarantCode",
          "declarantId",
          "declarantName",
          "declarantAddress",
          "carrierCode",
          "carrierName",
          "modeOfTransport",
          "loadingPlace",
          "unloadingPlace",
          "packageTypeCode",
          "importerId",
          "tariffDigits");

  static DucaSettings of(ProfileView view) {
    return new DucaSettings(
        view.setting("registrationOffice"),
        view.setting("exitOffice"),
        view.setting("entryOffice"),
        view.setting("destinationOffice"),
        view.setting("regime"),
        view.setting("modality", "ENVIOS POSTALES"),
        view.setting("class", "SIMPLIFICADA"),
        view.setting("declarantCode"),
        view.setting("declarantId"),
        view.setting("declarantName"),
        view.setting("declarantAddress"),
        view.setting("carrierCode"),
        view.setting("carrierName"),
        view.setting("modeOfTransport", "5"),
        view.setting("loadingPlace"),
        view.setting("unloadingPlace"),
        view.setting("packageTypeCode", "PC"),
        Boolean.parseBoolean(view.setting("importerId", "false")),
        Integer.parseInt(view.setting("tariffDigits", "0")));
  }
}
