package org.chasqui.codec.asycuda;

import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent dispatches as manifests.
 *
 * @param bolType type code of a dispatch, a national list
 * @param receptacleType Recommendation 21 code of a receptacle
 * @param consignee code of the operator that may break up a dispatch
 * @param consigneeName of that operator, or null
 * @param coloader code of the coloader, or null
 * @param legCarrier true when the carrier code of the leg is the administration's own
 * @param vehicleTotal false for older profiles without {@code Total_number_of_vehicles}
 * @param mode of transport, 5 for post, or {@code leg} for that of the leg
 * @param transporterNationality of the conveyance, since no pre-advice tells it, or null
 */
record ManifestSettings(
    String bolType,
    String receptacleType,
    String consignee,
    String consigneeName,
    String coloader,
    boolean legCarrier,
    boolean vehicleTotal,
    String mode,
    String transporterNationality) {

  static ManifestSettings of(ProfileView view) {
    return new ManifestSettings(
        view.setting("masterBolTypeCode", "MST"),
        view.setting("receptacleTypeCode", "BG"),
        view.setting("consigneeCode", view.setting("carrierCode")),
        view.setting("consigneeName"),
        view.setting("coloaderCode"),
        Boolean.parseBoolean(view.setting("legCarrier", "false")),
        Boolean.parseBoolean(view.setting("vehicleTotal", "true")),
        view.setting("modeOfTransport", "5"),
        view.setting("transporterNationality"));
  }
}
