package org.chasqui.codec.upu.services;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a party that is spoken to in views. Namespaces and the codes of the
 * service's states are what the public clients use; organisation codes are the parties' own.
 *
 * @param customs {@code CustOrganizationCd}; the code of the party in addresses unless set
 * @param post {@code PostOrganizationCd}; the operator of origin unless set
 * @param mailState {@code MailStateCd}; 5 is "send to customs" in one client
 * @param declarationState {@code CDSStateCd} of a declaration, or null to leave it out
 * @param responseState {@code CDSStateCd} of a response; one client sets 55
 */
record CdsSettings(
    String customs,
    String post,
    String mailState,
    String declarationState,
    String responseState,
    String operations,
    String types,
    String arrays) {

  /** Code map from a decision status to {@code DecisionCd}. */
  static final String DECISION_MAP = "cds-decision";

  static final Set<String> KEYS =
      Set.of(
          "custOrganizationCd",
          "postOrganizationCd",
          "mailStateCd",
          "declarationStateCd",
          "responseStateCd",
          "operationsNamespace",
          "typesNamespace",
          "arraysNamespace");

  static CdsSettings of(ProfileView view) {
    return new CdsSettings(
        view.setting("custOrganizationCd"),
        view.setting("postOrganizationCd"),
        view.setting("mailStateCd", "5"),
        view.setting("declarationStateCd"),
        view.setting("responseStateCd", "55"),
        namespace(view, "operationsNamespace", "http://tempuri.org/"),
        namespace(
            view,
            "typesNamespace",
            "http://schemas.datacontract.org/2004/07/CDS.BusinessLayer.Operational"),
        namespace(
            view, "arraysNamespace", "http://schemas.microsoft.com/2003/10/Serialization/Arrays"));
  }

  private static String namespace(ProfileView view, String key, String otherwise) {
    return view.setting(key, otherwise).replace("&", "&amp;").replace("\"", "&quot;");
  }
}
