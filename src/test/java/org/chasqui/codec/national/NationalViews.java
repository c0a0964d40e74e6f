package org.chasqui.codec.national;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.arca.ArcaCodecs;
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.atena.AtenaCodecs;
import org.chasqui.codec.din.DinCodecs;
import org.chasqui.codec.duca.DucaCodecs;
import org.chasqui.codec.ecuapass.EcuapassCodecs;
import org.chasqui.codec.muisca.MuiscaCodecs;
import org.chasqui.codec.saai.SaaiCodecs;
import org.chasqui.codec.siga.SigaCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.codec.upu.services.ServiceCodecs;
import org.chasqui.codec.vucem.VucemCodecs;
import org.chasqui.codec.wco.WcoCodecs;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

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
              "control-type", Map.of("8", "PHYSICAL"),
              "return-reason", Map.of("41", "10")),
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
          entry("upu-cds", CDS),
          entry("siscomex-remessa", BR),
          entry("siscomex-retificacao", BR),
          entry("siscomex-presenca", BR),
          entry("siscomex-devolucao", BR),
          entry("siscomex-consulta", BR),
          entry("asycuda-awbolds", AG),
          entry("asycuda-awdelete", AG),
          entry("asycuda-awmds", AG),
          entry("asycuda-awappend", AG),
          entry("asycuda-awmcds", AG),
          entry("asycuda-sad-421", GD),
          entry("asycuda-sad-jm", JM),
          entry("asycuda-sad", JM),
          entry("asycuda-status", AG),
          entry("wco-declaration", PE),
          entry("wco-response", PE),
          entry("siga-import", CaribbeanViews.DO),
          entry("duca-xml", CaribbeanViews.HN),
          entry("duca-json", CaribbeanViews.HN),
          entry("duca-xml-answer", CaribbeanViews.HN),
          entry("duca-json-answer", CaribbeanViews.HN),
          entry("atena-sad", CaribbeanViews.CR),
          entry("atena-declaration", CaribbeanViews.CR),
          entry("siga-import-dua", NationalBatchTest.with(CaribbeanViews.DO, "declareAbove", "0")),
          entry("wco-declaration-seida", SEIDA),
          entry("din-declaration", CL),
          entry("din-response", CL),
          entry("ecuapass-envelope", EC),
          entry("ecuapass-response", EC),
          entry("vucem-cove", MX),
          entry("vucem-answer", MX),
          entry("saai-m3", MX),
          entry("arca-estados", AR),
          entry("muisca-file", CO),
          entry("cuscar-d96b", GT));

  static final List<Encoder> ENCODERS = encoders();

  /** Those that bring declarations whole, not only their ids. */
  static final List<Encoder> DECLARING =
      ENCODERS.stream()
          .filter(codec -> codec.encodes().contains(MessageKind.ITEM_DECLARATION))
          .filter(codec -> !codec.name().equals("asycuda-awdelete"))
          .toList();

  static final List<Decoder> DECODERS = of(Decoder.class);

  private NationalViews() {}

  /** All of them, and again those that write another document by another profile. */
  private static List<Encoder> encoders() {
    var all = new ArrayList<>(of(Encoder.class));
    all.add(new ProfiledEncoder("siga-import-dua", all, "siga-import"));
    all.add(new ProfiledEncoder("wco-declaration-seida", all, "wco-declaration"));
    return List.copyOf(all);
  }

  private static <T> List<T> of(Class<T> type) {
    return Stream.<List<? extends Codec>>of(
            SiscomexCodecs.all(),
            AsycudaCodecs.all(),
            WcoCodecs.all(),
            SigaCodecs.all(),
            AtenaCodecs.all(),
            DucaCodecs.all(),
            DinCodecs.all(),
            EcuapassCodecs.all(),
            ArcaCodecs.all(),
            MuiscaCodecs.all(),
            SaaiCodecs.all(),
            VucemCodecs.all(),
            UpuCodecs.all(),
            ServiceCodecs.all())
        .flatMap(List::stream)
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

  /** The same where the administration has registered all that the messages are about. */
  static EncodeContext encoding(Encoder codec, List<RegionalMessage> messages) {
    return encoding(codec, view(codec), messages);
  }

  static EncodeContext encoding(Encoder codec, ProfileView view, List<RegionalMessage> messages) {
    var earlier = new HashMap<String, List<RegionalMessage>>();
    for (var message : messages) {
      for (var key : codec.refersTo(message)) {
        earlier.put(key, List.of(registered(message, key, view)));
      }
    }
    return new EncodeContext(view, AT, "GW000000000042", earlier);
  }

  /** The function of the declarations that a codec writes. */
  static MessageFunction function(Codec codec) {
    return codec.name().equals("siscomex-retificacao")
        ? MessageFunction.AMENDMENT
        : MessageFunction.ORIGINAL;
  }

  private static RegionalMessage registered(
      RegionalMessage message, String itemId, ProfileView view) {
    var numbers = Map.of("numeroManifesto", "SRP201300000017", "numeroLote", "ABC2024010100001");
    var decision =
        CustomsDecision.builder()
            .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
            .authority(new Authority(view.countryCode(), view.name(), AgencyType.CUSTOMS, Map.of()))
            .extensions(Map.of("br.gov.siscomex.remessa", numbers))
            .build();
    return new RegionalMessage(message.envelope(), decision);
  }

  static DecodeContext decoding(Codec codec) {
    return new DecodeContext(view(codec), "urn:lac-ead:party:XX:gateway:CHASQUI", AT, "doc-1");
  }
}
