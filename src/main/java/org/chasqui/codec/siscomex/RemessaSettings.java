package org.chasqui.codec.siscomex;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/** Keys of the format settings and code maps of a profile that is sent Siscomex Remessa. */
final class RemessaSettings {
  static final String CNPJ_DECLARANTE = "cnpjDeclarante";
  static final String UA_DESPACHO = "uaDespacho";
  static final String REGIME_TRIBUTACAO = "regimeTributacao";
  static final String NUMERO_MANIFESTO = "numeroManifesto";
  static final String NUMERO_MASTER_DEFAULT = "numeroMasterDefault";
  static final String PRESENCA_CARGA = "presencaCargaAutomatica";
  static final String FRETE_MODO_PAGTO = "freteModoPagto";
  static final String FRETE_DEFAULT = "freteDefault";
  static final String UNIDADE_DEFAULT = "unidadeDefault";
  static final String MUNICIPIO_DEFAULT = "municipioDefault";
  static final String REMESSA_CONFORME = "remessaConformeScheme";
  static final String LOT_OF_RECTIFICATION = "numeroLoteRetificacao";
  static final String MOTIVO_DEVOLUCAO = "motivoDevolucao";
  static final String MAX_BYTES = "maxBytes";

  static final String COUNTRY_MAP = "bacen-country";
  static final String CURRENCY_MAP = "bacen-currency";
  static final String UNIT_MAP = "mercosur-unit";
  static final String MUNICIPALITY_MAP = "municipality";
  static final String POSTCODE_STATE_MAP = "postcode-state";
  static final String STATE_MAP = "state";
  static final String COMMERCIAL_MAP = "commercial-use";
  static final String RETURN_REASON_MAP = "return-reason";

  static final Set<String> ALL =
      Set.of(
          CNPJ_DECLARANTE,
          UA_DESPACHO,
          REGIME_TRIBUTACAO,
          NUMERO_MANIFESTO,
          NUMERO_MASTER_DEFAULT,
          PRESENCA_CARGA,
          FRETE_MODO_PAGTO,
          FRETE_DEFAULT,
          UNIDADE_DEFAULT,
          MUNICIPIO_DEFAULT,
          REMESSA_CONFORME,
          LOT_OF_RECTIFICATION,
          MOTIVO_DEVOLUCAO,
          MAX_BYTES);

  static final Set<String> REQUIRED = Set.of(CNPJ_DECLARANTE, UA_DESPACHO, REGIME_TRIBUTACAO);

  static final Set<String> MAPS =
      Set.of(
          COUNTRY_MAP,
          CURRENCY_MAP,
          UNIT_MAP,
          MUNICIPALITY_MAP,
          POSTCODE_STATE_MAP,
          STATE_MAP,
          COMMERCIAL_MAP);

  private RemessaSettings() {}

  /** 6 MB for a batch registration (national-south-america-mexico §1.3, Limits). */
  static int maxBytes(ProfileView view) {
    return Integer.parseInt(view.setting(MAX_BYTES, "6000000"));
  }

  /**
   * The text of the schema wants no lot number in a rectification, which reads as if exchanged with
   * the registration (§2.1): {@code sent} sends it.
   */
  static boolean sendsLot(ProfileView view) {
    return "sent".equals(view.setting(LOT_OF_RECTIFICATION, "omit"));
  }

  /**
   * The schema requires a number that, for post, the system makes itself at registration (§2.1).
   * The default stands in for it; {@code omit} leaves the field out.
   */
  static String numeroManifesto(ProfileView view) {
    return view.setting(NUMERO_MANIFESTO, "000000000000000");
  }
}
