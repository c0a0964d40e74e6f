package org.chasqui.codec.ecuapass;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent ECUAPASS envelopes.
 *
 * @param operator code of the foreign trade operator (OCE) that declares, 8 digits
 * @param taxNumber its RUC, 13 digits
 * @param operatorType kind of operator, 23 in the code that is seen
 * @param typeCode kind of document; those seen are of exports
 * @param operation name of the service's operation
 * @param namespace of operation and document
 */
record EcuapassSettings(
    String operator,
    String taxNumber,
    String operatorType,
    String operatorId,
    String user,
    String typeCode,
    String documentName,
    String officeId,
    String operation,
    String namespace,
    String packageType) {

  /** Code map from schemes of identifiers to {@code PartyDocumentIdentificationType}. */
  static final String IDENTIFICATION_MAP = "identification-type";

  static final Set<String> REQUIRED = Set.of("operator", "taxNumber", "user", "typeCode");

  static final Set<String> KEYS =
      Set.of(
          "operator",
          "taxNumber",
          "operatorType",
          "operatorId",
          "user",
          "typeCode",
          "documentName",
          "officeId",
          "operation",
          "namespace",
          "packageType");

  static EcuapassSettings of(ProfileView view) {
    return new EcuapassSettings(
        view.setting("operator"),
        view.setting("taxNumber"),
        view.setting("operatorType", "23"),
        view.setting("operatorId", view.setting("operator")),
        view.setting("user"),
        view.setting("typeCode"),
        view.setting("documentName", "POSTAL"),
        view.setting("officeId"),
        view.setting("operation", "sendPostalItem"),
        view.setting("namespace", "urn:lac-ead:format:ecuapass-postal:1"),
        view.setting("packageType", "035"));
  }
}
