package org.chasqui.codec.din;

import java.util.Set;
import org.chasqui.codec.ProfileView;

/**
 * The format settings of a profile that is sent DIN.
 *
 * @param office customs office, 2 digits
 * @param agent code of who declares, 3 characters
 * @param operation type of operation, 3 digits
 * @param documentDefault number and check digit that stand in for an addressee without one
 * @param envelope whether a SOAP 1.1 envelope stands around the document
 * @param qualifiedRoot root in its namespace as the schema has it, or in none as the sample has it
 * @param errorsBlock whether the empty {@code ERRORES} is written that the schema asks for and the
 *     sample leaves out
 */
record DinSettings(
    String office,
    String agent,
    String form,
    String operation,
    String entry,
    String network,
    String origin,
    String destination,
    String unloadingPort,
    String unloadingPortName,
    String cargoType,
    String carrier,
    String packageType,
    String packageName,
    String documentDefault,
    boolean envelope,
    boolean qualifiedRoot,
    boolean errorsBlock) {

  /** Code map from countries to the numeric codes of customs. */
  static final String COUNTRY_MAP = "aduana-country";

  /** Code map from currencies to the numeric codes of customs. */
  static final String CURRENCY_MAP = "aduana-currency";

  /** Code map from cities to communes, 5 digits. */
  static final String COMMUNE_MAP = "comuna";

  /** Code map from units of quantity to {@code MEDIDA}. */
  static final String UNIT_MAP = "unidad-medida";

  /** Code map from Incoterms to {@code CLCOMPRA}. */
  static final String TERMS_MAP = "clausula-compra";

  /** Code map from modes of transport to {@code VIATRAN}. */
  static final String MODE_MAP = "via-transporte";

  static final Set<String> MAPS =
      Set.of(COUNTRY_MAP, CURRENCY_MAP, COMMUNE_MAP, UNIT_MAP, TERMS_MAP, MODE_MAP);

  static final Set<String> REQUIRED = Set.of("aduana", "agente");

  static final Set<String> KEYS =
      Set.of(
          "aduana",
          "agente",
          "form",
          "tipoOperacion",
          "tipoIngreso",
          "van",
          "origen",
          "destino",
          "puertoDesembarque",
          "nombrePuerto",
          "tipoCarga",
          "transportista",
          "tipoBulto",
          "nombreBulto",
          "rutDefault",
          "soapEnvelope",
          "qualifiedRoot",
          "errorsBlock");

  static DinSettings of(ProfileView view) {
    return new DinSettings(
        view.setting("aduana"),
        view.setting("agente"),
        view.setting("form", "15"),
        view.setting("tipoOperacion", "171"),
        view.setting("tipoIngreso", "N"),
        view.setting("van"),
        view.setting("origen"),
        view.setting("destino"),
        view.setting("puertoDesembarque"),
        view.setting("nombrePuerto"),
        view.setting("tipoCarga"),
        view.setting("transportista"),
        view.setting("tipoBulto"),
        view.setting("nombreBulto"),
        view.setting("rutDefault"),
        isOn(view, "soapEnvelope", true),
        isOn(view, "qualifiedRoot", false),
        isOn(view, "errorsBlock", false));
  }

  private static boolean isOn(ProfileView view, String key, boolean otherwise) {
    return Boolean.parseBoolean(view.setting(key, Boolean.toString(otherwise)));
  }
}
