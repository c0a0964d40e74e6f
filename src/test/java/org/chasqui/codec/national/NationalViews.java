package org.chasqui.codec.national;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.arca.ArcaCodecs;
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.din.DinCodecs;
import org.chasqui.codec.ecuapass.EcuapassCodecs;
import org.chasqui.codec.muisca.MuiscaCodecs;
import org.chasqui.codec.saai.SaaiCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.services.ServiceCodecs;
import org.chasqui.codec.vucem.VucemCodecs;
import org.chasqui.codec.wco.WcoCodecs;

/** The national formats with a profile each, for tests. */
final class NationalViews {
  static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

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
              "control-type", Map.of("8", "PHYSICAL")),
          false);

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

  /** Invented: no administration is known to use this service. */
  static final ProfileView CDS =
      new ProfileView(
          "br",
          "urn:lac-ead:party:BR:customs:CDS",
          "An administration",
          "BR",
          "USD",
          ZoneId.of("America/Port_of_Spain"),
          List.of("en"),
          Map.of("custOrganizationCd", "BRC", "declarationStateCd", "20"),
          Map.of(
              "decision-status",
              Map.of(
                  "1", "ASSESSMENT_COMPLETE",
                  "2", "RELEASED",
                  "3", "DUTY_ASSESSED",
                  "4", "REGISTERED",
                  "6", "REFUSED",
                  "7", "HELD",
                  "30", "DUTY_ASSESSED"),
              "cds-decision",
              Map.of("RELEASED", "2", "HELD", "7", "DUTY_ASSESSED", "3", "REFUSED", "6")),
          false);

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

  private static final Map<String, ProfileView> VIEWS =
      Map.ofEntries(
          Map.entry("upu-cds", CDS),
          Map.entry("siscomex-remessa", BR),
          Map.entry("siscomex-consulta", BR),
          Map.entry("asycuda-awbolds", AG),
          Map.entry("asycuda-status", AG),
          Map.entry("wco-declaration", PE),
          Map.entry("wco-response", PE),
          Map.entry("din-declaration", CL),
          Map.entry("din-response", CL),
          Map.entry("ecuapass-envelope", EC),
          Map.entry("ecuapass-response", EC),
          Map.entry("vucem-cove", MX),
          Map.entry("vucem-answer", MX),
          Map.entry("saai-m3", MX),
          Map.entry("arca-estados", AR),
          Map.entry("muisca-file", CO));

  static final List<Encoder> ENCODERS = of(Encoder.class);
  static final List<Decoder> DECODERS = of(Decoder.class);

  private NationalViews() {}

  private static <T> List<T> of(Class<T> type) {
    var all = new ArrayList<Codec>(SiscomexCodecs.all());
    all.addAll(AsycudaCodecs.all());
    all.addAll(WcoCodecs.all());
    all.addAll(ServiceCodecs.all());
    all.addAll(DinCodecs.all());
    all.addAll(EcuapassCodecs.all());
    all.addAll(ArcaCodecs.all());
    all.addAll(MuiscaCodecs.all());
    all.addAll(SaaiCodecs.all());
    all.addAll(VucemCodecs.all());
    return all.stream()
        .filter(codec -> VIEWS.containsKey(codec.name()))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  static Encoder encoder(String name) {
    return ENCODERS.stream().filter(codec -> codec.name().equals(name)).findFirst().orElseThrow();
  }

  static Decoder decoder(String name) {
    return DECODERS.stream().filter(codec -> codec.name().equals(name)).findFirst().orElseThrow();
  }

  static ProfileView view(Codec codec) {
    return VIEWS.get(codec.name());
  }

  static EncodeContext encoding(Codec codec) {
    return new EncodeContext(view(codec), AT, "GW000000000042");
  }

  static DecodeContext decoding(Codec codec) {
    return new DecodeContext(view(codec), "urn:lac-ead:party:XX:gateway:CHASQUI", AT, "doc-1");
  }
}
