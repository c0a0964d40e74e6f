package org.chasqui.codec.national;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;

/** Profiles of South America and Mexico, for tests of their formats. */
final class SouthernViews {
  static final ProfileView BR =
      new ProfileView(
          "br",
          "urn:lac-ead:party:BR:customs:RFB",
          "Receita Federal do Brasil",
          "BR",
          "BRL",
          ZoneId.of("America/Sao_Paulo"),
          List.of("pt"),
          Map.of(
              "cnpjDeclarante", "34028316000103",
              "uaDespacho", "0817600",
              "regimeTributacao", "1",
              "municipioDefault", "7107"),
          Map.of(
              "bacen-country", Map.of("BR", "105", "CL", "158", "CN", "160", "US", "249"),
              "bacen-currency", Map.of("USD", "220", "BRL", "790", "CLP", "715"),
              "mercosur-unit", Map.of("H87", "11", "KGM", "10"),
              "municipality", Map.of("SP/SAO PAULO", "7107", "RJ/RIO DE JANEIRO", "6001"),
              "postcode-state", Map.of("01", "SP", "20", "RJ"),
              "decision-status",
                  Map.of(
                      "18", "REGISTERED",
                      "19", "RELEASED",
                      "27", "SELECTED_FOR_CONTROL",
                      "29", "REFUSED"),
              "control-type", Map.of("8", "PHYSICAL"),
              "return-reason", Map.of("41", "10")),
          false);

  static final ProfileView PE =
      new ProfileView(
          "pe",
          "urn:lac-ead:party:PE:customs:SUNAT",
          "SUNAT",
          "PE",
          "PEN",
          ZoneId.of("America/Lima"),
          List.of("es"),
          Map.of("customizationVersion", "1.0"),
          Map.of(
              "document-type", Map.of("LPCO-1", "911"),
              "decision-status",
                  Map.of(
                      "01", "REGISTERED",
                      "02", "REGISTERED",
                      "05", "SELECTED_FOR_CONTROL",
                      "06", "HELD",
                      "08", "RELEASED",
                      "09", "RELEASED",
                      "10", "CANCELLED",
                      "13", "DUTY_ASSESSED")),
          false);

  /** The WCO declaration in the names of SEIDA. */
  static final ProfileView SEIDA = seida();

  private static ProfileView seida() {
    var settings =
        Map.ofEntries(
            Map.entry("rootElement", "DeclarationMetaData"),
            Map.entry("metaDataNamespace", "urn:wco:datamodel:PE:DocumentMetaData:1"),
            Map.entry("declarationNamespace", "urn:wco:datamodel:PE:Declaration:1"),
            Map.entry("typesNamespace", "urn:wco:datamodel:PE:Declaration_DS:1"),
            Map.entry("modelVersion", "3.7"),
            Map.entry("functionalDefinition", "4010"),
            Map.entry("versionId", "1.0"),
            Map.entry("dateTimeForm", "202"),
            Map.entry("officeForm", "class"),
            Map.entry("officeId", "235"),
            Map.entry("submitterId", "20000000000"),
            Map.entry("submitterScheme", "4"),
            Map.entry("submitterRole", "31"));
    var view = PE;
    for (var setting : settings.entrySet()) {
      view = NationalBatchTest.with(view, setting.getKey(), setting.getValue());
    }
    return NationalBatchTest.without(view, "customizationVersion");
  }

  static final ProfileView CL =
      new ProfileView(
          "cl",
          "urn:lac-ead:party:CL:customs:SNA",
          "Servicio Nacional de Aduanas",
          "CL",
          "CLP",
          ZoneId.of("America/Santiago"),
          List.of("es"),
          Map.of("aduana", "39", "agente", "CCH", "rutDefault", "1-9"),
          Map.of(
              "aduana-country", Map.of("GB", "510", "CL", "997", "*", "999"),
              "aduana-currency", Map.of("USD", "013", "*", "900"),
              "comuna", Map.of("Santiago", "13101"),
              "unidad-medida", Map.of("H87", "10", "*", "00"),
              "clausula-compra", Map.of("FOB", "3", "*", "0"),
              "via-transporte", Map.of("4", "04", "*", "05"),
              "decision-status",
                  Map.of(
                      "ACEPTADO", "REGISTERED",
                      "ACEPTADO/01", "SELECTED_FOR_CONTROL",
                      "POR PAGAR", "DUTY_ASSESSED",
                      "LIBERADO", "RELEASED",
                      "DENEGADO", "REFUSED")),
          false);

  static final ProfileView EC =
      new ProfileView(
          "ec",
          "urn:lac-ead:party:EC:customs:SENAE",
          "Servicio Nacional de Aduana del Ecuador",
          "EC",
          "USD",
          ZoneId.of("America/Guayaquil"),
          List.of("es"),
          Map.of(
              "operator", "00000001",
              "taxNumber", "1790000000001",
              "user", "POSTAL",
              "typeCode", "999",
              "officeId", "055"),
          Map.of(
              "identification-type", Map.of("RUC", "001", "CEDULA", "002", "CPF", "009"),
              "decision-status",
                  Map.of(
                      "RECIBIDO", "REGISTERED",
                      "AFORO", "SELECTED_FOR_CONTROL",
                      "OBSERVADO", "HELD",
                      "LIQUIDADO", "DUTY_ASSESSED",
                      "SALIDA", "RELEASED",
                      "RECHAZADO", "REFUSED")),
          false);

  static final ProfileView MX =
      new ProfileView(
          "mx",
          "urn:lac-ead:party:MX:customs:ANAM",
          "Agencia Nacional de Aduanas de México",
          "MX",
          "MXN",
          ZoneId.of("America/Mexico_City"),
          List.of("es"),
          Map.of(
              "correoElectronico", "cove@post.example",
              "patente", "3842",
              "aduana", "470",
              "tipoCambio", "18.50000"),
          Map.of(
              "vucem-unit", Map.of("H87", "C62_1"),
              "umc", Map.of("H87", "6", "KGM", "1"),
              "decision-status",
                  Map.of(
                      "EDOCUMENT", "REGISTERED",
                      "3/310", "SELECTED_FOR_CONTROL",
                      "7/710", "RELEASED",
                      "RECHAZADO", "REFUSED")),
          false);

  static final ProfileView AR =
      new ProfileView(
          "ar",
          "urn:lac-ead:party:AR:customs:ARCA",
          "Dirección General de Aduanas",
          "AR",
          "ARS",
          ZoneId.of("America/Argentina/Buenos_Aires"),
          List.of("es"),
          Map.of(),
          Map.of(
              "canal", Map.of("R", "PHYSICAL", "N", "DOCUMENTARY"),
              "decision-status",
                  Map.of(
                      "OFIC", "REGISTERED",
                      "OFIC/R", "SELECTED_FOR_CONTROL",
                      "BLOQUEO", "HELD",
                      "AUTO", "RELEASED",
                      "DENE", "REFUSED")),
          false);

  static final ProfileView CO =
      new ProfileView(
          "co",
          "urn:lac-ead:party:CO:customs:DIAN",
          "DIAN",
          "CO",
          "COP",
          ZoneId.of("America/Bogota"),
          List.of("es"),
          Map.of(),
          Map.of("document-type", Map.of("NIT", "31", "CC", "13", "CPF", "99")),
          false);

  private SouthernViews() {}
}
