package org.chasqui.codec.atena;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent declarations of ATENA: codes of national lists,
 * which are not public but for the values of the annexes.
 */
record SadSettings(
    String declarationType,
    String generalProcedure,
    String office,
    String officeOfEntry,
    String declarantCode,
    String deliveryTerms,
    String termsOfPayment,
    String workingMode,
    String mode,
    String loadingPlace,
    String packageType,
    String extendedProcedure,
    String nationalProcedure) {

  /** Code map from the origin country to the UN/LOCODE where the post of it loads. */
  static final String LOADING_MAP = "loading-place";

  /** Code map from a document type to {@code attachedDocCode}. */
  static final String DOCUMENT_MAP = "document-type";

  static final Set<String> MAPS = Set.of(LOADING_MAP, DOCUMENT_MAP);

  static final Set<String> KEYS =
      Set.of(
          "typeOfDeclaration",
          "generalProcedureCode",
          "officeCode",
          "officeOfEntryCode",
          "declarantCode",
          "deliveryTermsCode",
          "termsOfPaymentCode",
          "workingMode",
          "modeOfTransport",
          "loadingPlace",
          "packageTypeCode",
          "extendedProcedureCode",
          "nationalProcedureCode");

  static final Set<String> REQUIRED = Set.of("officeCode", "declarantCode");

  static SadSettings of(ProfileView view) {
    return new SadSettings(
        view.setting("typeOfDeclaration", "IM"),
        view.setting("generalProcedureCode", "4"),
        view.setting("officeCode"),
        view.setting("officeOfEntryCode", view.setting("officeCode")),
        view.setting("declarantCode"),
        view.setting("deliveryTermsCode", "DAP"),
        view.setting("termsOfPaymentCode"),
        view.setting("workingMode", "PER_VALUE"),
        view.setting("modeOfTransport", "5"),
        view.setting("loadingPlace"),
        view.setting("packageTypeCode", "PC"),
        view.setting("extendedProcedureCode", "4000"),
        view.setting("nationalProcedureCode", "000"));
  }
}
