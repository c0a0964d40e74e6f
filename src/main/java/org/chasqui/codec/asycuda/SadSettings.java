package org.chasqui.codec.asycuda;

import java.util.Arrays;
import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent declarations.
 *
 * @param type national: IM, IMS, IMR ...
 * @param procedure 4 for home use
 * @param consigneeScheme scheme of the addressee's tax id; null for none
 * @param consigneeSuffix what the administration writes after it, a branch for example
 * @param precisions lengths of the national parts of a tariff line after its first 8 digits
 * @param documents true to write {@code Attached_documents}, whose codes are a national list
 */
record SadSettings(
    String office,
    String type,
    String procedure,
    String declarantCode,
    String declarantName,
    String extendedProcedure,
    String nationalProcedure,
    String packageType,
    String mode,
    String location,
    String consigneeScheme,
    String consigneeSuffix,
    int[] precisions,
    boolean documents) {
  /** Code map from a unit of quantity to the supplementary unit of the tariff. */
  static final String UNIT_MAP = "sad-unit";

  /** Code map from a type of document to the national code. */
  static final String DOCUMENT_MAP = "attached-document";

  static final Set<String> KEYS =
      Set.of(
          "officeCode",
          "typeOfDeclaration",
          "procedureCode",
          "declarantCode",
          "declarantName",
          "extendedProcedure",
          "nationalProcedure",
          "packageTypeCode",
          "modeOfTransport",
          "locationOfGoods",
          "consigneeScheme",
          "consigneeSuffix",
          "precisionDigits",
          "attachedDocuments",
          "loadingPlace");

  static final Set<String> REQUIRED = Set.of("officeCode", "typeOfDeclaration", "declarantCode");

  static SadSettings of(ProfileView view) {
    return new SadSettings(
        view.setting("officeCode"),
        view.setting("typeOfDeclaration"),
        view.setting("procedureCode", "4"),
        view.setting("declarantCode"),
        view.setting("declarantName"),
        view.setting("extendedProcedure", "4000"),
        view.setting("nationalProcedure", "000"),
        view.setting("packageTypeCode", "PC"),
        view.setting("modeOfTransport", "5"),
        view.setting("locationOfGoods"),
        view.setting("consigneeScheme"),
        view.setting("consigneeSuffix", ""),
        Arrays.stream(view.setting("precisionDigits", "2").split(","))
            .map(String::strip)
            .mapToInt(Integer::parseInt)
            .toArray(),
        Boolean.parseBoolean(view.setting("attachedDocuments", "false")));
  }
}
