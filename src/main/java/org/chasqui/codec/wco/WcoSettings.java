package org.chasqui.codec.wco;

import java.util.Map;
import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent WCO declarations: names and namespaces differ by
 * country, the WCO ids do not.
 *
 * @param functionalDefinition national transaction code in the envelope, or null
 * @param officeClass true for {@code DeclarationOffice/ID}, false for {@code DeclarationOfficeID}
 * @param plainDates true for dates of form 202, {@code yyyy-MM-ddTHH:mm:ss} in local time; false
 *     for 304
 * @param submitterId of the declarant, or null for the operator of origin
 */
record WcoSettings(
    String rootElement,
    String metaDataNamespace,
    String declarationNamespace,
    String typesNamespace,
    String modelVersion,
    String agencyName,
    String customizationCode,
    String customizationVersion,
    String typeCode,
    String officeId,
    String tariffTypeCode,
    String functionalDefinition,
    String versionId,
    boolean officeClass,
    boolean plainDates,
    String submitterId,
    String submitterScheme,
    String submitterRole) {

  private static final String ROOT = "/MetaData";

  /** Code map from the message function to element 017. */
  static final String FUNCTION_MAP = "function-code";

  /** Code map from the item category to element 103, two digits. */
  static final String NATURE_MAP = "transaction-nature";

  /** Code map from the flow to element D013. */
  static final String TYPE_MAP = "declaration-type";

  /** Code map from a document type to element D006, three characters. */
  static final String DOCUMENT_MAP = "document-type";

  /** UNTDID 1225: 9 original, 5 replace, 1 cancellation (§1.6). */
  static final Map<String, String> FUNCTIONS =
      Map.of("ORIGINAL", "9", "AMENDMENT", "5", "CANCELLATION", "1");

  /** Values seen in postal declarations (§6.4); which is which is inferred. */
  static final Map<String, String> NATURES =
      Map.of(
          "SALE_OF_GOODS", "11",
          "RETURNED_GOODS", "21",
          "GIFT", "31",
          "COMMERCIAL_SAMPLE", "32",
          "DOCUMENTS", "91");

  static final Set<String> KEYS =
      Set.of(
          "rootElement",
          "metaDataNamespace",
          "declarationNamespace",
          "typesNamespace",
          "modelVersion",
          "agencyName",
          "customizationCode",
          "customizationVersion",
          "typeCode",
          "officeId",
          "tariffTypeCode",
          "functionalDefinition",
          "versionId",
          "officeForm",
          "dateTimeForm",
          "submitterId",
          "submitterScheme",
          "submitterRole");

  static final Set<String> MAPS = Set.of(FUNCTION_MAP, NATURE_MAP, TYPE_MAP, DOCUMENT_MAP);

  static WcoSettings of(ProfileView view) {
    return new WcoSettings(
        view.setting("rootElement", "MetaData"),
        view.setting("metaDataNamespace", "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"),
        view.setting("declarationNamespace", "urn:wco:datamodel:WCO:DEC-DMS:2"),
        view.setting("typesNamespace", "urn:wco:datamodel:WCO:Declaration_DS:DMS:2"),
        view.setting("modelVersion", "3.6"),
        view.setting("agencyName", view.name()),
        view.setting("customizationCode"),
        view.setting("customizationVersion"),
        view.setting("typeCode"),
        view.setting("officeId"),
        view.setting("tariffTypeCode", "GN"),
        view.setting("functionalDefinition"),
        view.setting("versionId"),
        "class".equals(view.setting("officeForm")),
        "202".equals(view.setting("dateTimeForm")),
        view.setting("submitterId"),
        view.setting("submitterScheme"),
        view.setting("submitterRole"));
  }

  /** A path from the root that the profile names. */
  String rooted(String xpath) {
    return xpath.startsWith(ROOT + "/")
        ? "/" + rootElement + xpath.substring(ROOT.length())
        : xpath;
  }
}
