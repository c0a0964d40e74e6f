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
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.codec.upu.services.ServiceCodecs;
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

  private static final Map<String, ProfileView> VIEWS =
      Map.of(
          "upu-cds", CDS,
          "cuscar-d96b", GT,
          "siscomex-remessa", BR,
          "siscomex-consulta", BR,
          "asycuda-awbolds", AG,
          "asycuda-status", AG,
          "wco-declaration", PE,
          "wco-response", PE);

  static final List<Encoder> ENCODERS = of(Encoder.class);
  static final List<Decoder> DECODERS = of(Decoder.class);

  private NationalViews() {}

  private static <T> List<T> of(Class<T> type) {
    var all = new ArrayList<Codec>(SiscomexCodecs.all());
    all.addAll(AsycudaCodecs.all());
    all.addAll(WcoCodecs.all());
    all.addAll(ServiceCodecs.all());
    all.addAll(UpuCodecs.all());
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
