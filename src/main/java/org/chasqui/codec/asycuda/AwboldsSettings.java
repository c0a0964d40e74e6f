package org.chasqui.codec.asycuda;

import java.util.Map;
import java.util.Set;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageFunction;

/**
 * The format settings of a profile that is sent Awbolds. National variants of this family keep the
 * skeleton and drift in lengths, optional groups and code lists, so all of those are settings.
 *
 * @param office customs office, AN5
 * @param voyage voyage or flight number, AN17 upper case
 * @param carrier carrier code, AN17
 * @param referenceLength 17 (Barbados) or 25 (St Vincent)
 * @param commoditySegment true for {@code Commodity_Segment}, false for one {@code Goods_hs_code}
 * @param postage {@code freight}, {@code transport} or {@code none}
 * @param function of the messages that the document carries
 * @param manifest what a dispatch needs besides
 */
record AwboldsSettings(
    String office,
    String voyage,
    String masterReference,
    String carrier,
    String carrierName,
    String shippingAgent,
    String unloading,
    String loading,
    String bolType,
    String packageType,
    int referenceLength,
    boolean commoditySegment,
    String postage,
    boolean notifyGroup,
    boolean information,
    boolean traderCodes,
    MessageFunction function,
    ManifestSettings manifest) {

  /** Code map from the origin country to the UN/LOCODE where the post of it loads. */
  static final String LOADING_MAP = "loading-place";

  /** Code map from the flow to {@code Bol_nature}. */
  static final String NATURE_MAP = "bol-nature";

  static final Map<String, String> NATURES =
      Map.of("EXPORT", "22", "IMPORT", "23", "TRANSIT", "24");

  static final Set<String> KEYS =
      Set.of(
          "officeCode",
          "voyageNumber",
          "masterReference",
          "carrierCode",
          "carrierName",
          "shippingAgentCode",
          "unloadingPlace",
          "loadingPlace",
          "bolTypeCode",
          "packageTypeCode",
          "referenceLength",
          "commoditySegment",
          "postageSegment",
          "notifyGroup",
          "information",
          "traderCodes",
          "function",
          "masterBolTypeCode",
          "receptacleTypeCode",
          "consigneeCode",
          "consigneeName",
          "coloaderCode",
          "legCarrier",
          "vehicleTotal",
          "modeOfTransport",
          "transporterNationality");

  static final Set<String> REQUIRED = Set.of("officeCode", "carrierCode", "unloadingPlace");

  static AwboldsSettings of(ProfileView view) {
    return new AwboldsSettings(
        view.setting("officeCode"),
        view.setting("voyageNumber", "POST"),
        view.setting("masterReference"),
        view.setting("carrierCode"),
        view.setting("carrierName"),
        view.setting("shippingAgentCode"),
        view.setting("unloadingPlace"),
        view.setting("loadingPlace"),
        view.setting("bolTypeCode", "HSB"),
        view.setting("packageTypeCode", "PC"),
        Integer.parseInt(view.setting("referenceLength", "17")),
        isOn(view, "commoditySegment", false),
        view.setting("postageSegment", "freight"),
        isOn(view, "notifyGroup", true),
        isOn(view, "information", true),
        isOn(view, "traderCodes", true),
        MessageFunction.valueOf(view.setting("function", "ORIGINAL")),
        ManifestSettings.of(view));
  }

  /** {@code Bol_nature} of a flow; import for none. */
  static String nature(Flow flow, ProfileView view) {
    var name = flow == null ? "IMPORT" : flow.name();
    return view.code(NATURE_MAP, name).orElseGet(() -> NATURES.get(name));
  }

  private static boolean isOn(ProfileView view, String key, boolean otherwise) {
    return Boolean.parseBoolean(view.setting(key, Boolean.toString(otherwise)));
  }
}
