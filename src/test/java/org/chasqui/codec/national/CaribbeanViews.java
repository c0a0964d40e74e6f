package org.chasqui.codec.national;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;

/** Profiles of the Caribbean and Central America, for tests of their formats. */
final class CaribbeanViews {
  static final ProfileView AG =
      new ProfileView(
          "ag",
          "urn:lac-ead:party:AG:customs:AGCED",
          "Customs and Excise Division",
          "AG",
          "XCD",
          ZoneId.of("America/Antigua"),
          List.of("en"),
          Map.of("officeCode", "AGANU", "carrierCode", "BA", "unloadingPlace", "AGANU"),
          Map.of(
              "loading-place", Map.of("GB", "GBLGW", "CL", "CLSCL"),
              "decision-status",
                  Map.of(
                      "REGISTERED", "REGISTERED",
                      "INSPECTION", "SELECTED_FOR_CONTROL",
                      "ASSESSED", "DUTY_ASSESSED",
                      "RELEASED", "RELEASED")),
          false);

  static final ProfileView GT =
      new ProfileView(
          "gt",
          "urn:lac-ead:party:GT:customs:SAT",
          "SAT",
          "GT",
          "GTQ",
          ZoneId.of("America/Guatemala"),
          List.of("es"),
          Map.of(
              "edi-syntax", "UNOA:2",
              "edi-sender", "0000000000017",
              "edi-id", "0000000000024",
              "edi-qualifier", "14",
              "edi-date-digits", "8"),
          Map.of(),
          false);

  static final ProfileView JM =
      new ProfileView(
          "jm",
          "urn:lac-ead:party:JM:customs:JCA",
          "Jamaica Customs Agency",
          "JM",
          "JMD",
          ZoneId.of("America/Jamaica"),
          List.of("en"),
          Map.of(
              "officeCode", "JMKAJ",
              "typeOfDeclaration", "IM",
              "declarantCode", "0001860230000",
              "declarantName", "JAMAICA POST",
              "consigneeScheme", "CPF",
              "consigneeSuffix", "0000",
              "precisionDigits", "1,1",
              "locationOfGoods", "KAJ01",
              "attachedDocuments", "true"),
          Map.of(
              "loading-place", Map.of("CL", "CLSCL"),
              "sad-unit", Map.of("H87", "NMB", "KGM", "KGM"),
              "attached-document", Map.of("380", "IV05", "*", "OT00"),
              "decision-status",
                  Map.of(
                      "REGISTERED", "REGISTERED",
                      "ASSESSED", "DUTY_ASSESSED",
                      "PAID", "ASSESSMENT_COMPLETE")),
          false);

  static final ProfileView GD =
      new ProfileView(
          "ag",
          "urn:lac-ead:party:AG:customs:CED",
          "Customs and Excise Division",
          "AG",
          "XCD",
          ZoneId.of("America/Antigua"),
          List.of("en"),
          Map.of(
              "officeCode", "AGANU",
              "typeOfDeclaration", "IM",
              "declarantCode", "POSTAG01",
              "loadingPlace", "GBLGW"),
          Map.of("decision-status", Map.of("REGISTERED", "REGISTERED")),
          false);

  static final ProfileView DO =
      new ProfileView(
          "do",
          "urn:lac-ead:party:DO:customs:DGA",
          "Dirección General de Aduanas",
          "DO",
          "DOP",
          ZoneId.of("America/Santo_Domingo"),
          List.of("es"),
          Map.ofEntries(
              Map.entry("manifestNumber", "SN"),
              Map.entry("transitType", "1"),
              Map.entry("packageUnitCode", "1"),
              Map.entry("consignorType", "1"),
              Map.entry("consigneeType", "2"),
              Map.entry("declareAbove", "200"),
              Map.entry("areaCode", "20050"),
              Map.entry("entryPort", "DOSDQ"),
              Map.entry("transportCompanyCode", "SN"),
              Map.entry("transportNationality", "214"),
              Map.entry("transportMethod", "4"),
              Map.entry("declarantCode", "RNC214101000011"),
              Map.entry("declarantName", "INPOSDOM"),
              Map.entry("declarantNationality", "214"),
              Map.entry("unitCode", "8")),
          Map.of(
              "country",
              Map.of("BR", "076", "CL", "152", "CN", "156", "DO", "214", "ES", "724", "US", "840"),
              "document-type",
              Map.of(
                  "CEDULA",
                  "CED",
                  "RNC",
                  "RNC",
                  "PASSPORT",
                  "PAS",
                  "CPF",
                  "TID",
                  "CNPJ",
                  "TID",
                  "RUT",
                  "TID"),
              "loading-place",
              Map.of("CL", "CLSCL"),
              "unit",
              Map.of("KGM", "3")),
          false);

  static final ProfileView HN =
      new ProfileView(
          "hn",
          "urn:lac-ead:party:HN:customs:AA",
          "Administración Aduanera de Honduras",
          "HN",
          "HNL",
          ZoneId.of("America/Tegucigalpa"),
          List.of("es"),
          Map.of(
              "entryOffice", "TONCONTIN",
              "declarantCode", "HNA",
              "carrierCode", "HNA",
              "unloadingPlace", "HNTGU",
              "tariffDigits", "8"),
          Map.of(
              "document-type", Map.of("DNI", "DNI", "CPF", "ID FISCAL"),
              "loading-place", Map.of("CL", "CLSCL"),
              "decision-status",
                  Map.of(
                      "REGISTRADA", "REGISTERED",
                      "REVISION_FISICA", "SELECTED_FOR_CONTROL",
                      "PENDIENTE_PAGO", "DUTY_ASSESSED",
                      "LEVANTE", "RELEASED",
                      "RECHAZADA", "REFUSED")),
          false);

  static final ProfileView CR =
      new ProfileView(
          "cr",
          "urn:lac-ead:party:CR:customs:DGA",
          "Dirección General de Aduanas",
          "CR",
          "CRC",
          ZoneId.of("America/Costa_Rica"),
          List.of("es"),
          Map.of("officeCode", "005", "declarantCode", "310100975830", "termsOfPaymentCode", "3"),
          Map.of(
              "document-type", Map.of("380", "003"),
              "loading-place", Map.of("CL", "CLSCL"),
              "control-type", Map.of("RED", "PHYSICAL"),
              "decision-status",
                  Map.of(
                      "fullyReleased", "RELEASED",
                      "ST_ASSESSED/RED", "SELECTED_FOR_CONTROL",
                      "ST_ASSESSED/TO_BE_PAID", "DUTY_ASSESSED",
                      "ST_ASSESSED", "ASSESSMENT_COMPLETE",
                      "ST_REJECTED", "REFUSED")),
          false);

  private CaribbeanViews() {}
}
