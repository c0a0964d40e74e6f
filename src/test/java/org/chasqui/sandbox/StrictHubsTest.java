package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.SharedFolder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.connector.PartyView;
import org.chasqui.profile.Format;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strict hubs find, and where: code and place of each fault. */
class StrictHubsTest {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

  static HubFormat format(Profile profile, Path wcoSchemas) {
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG).withWcoSchemas(wcoSchemas);
    return HubFormats.of(profile, options, new ItemRegister());
  }

  /** A document that the gateway would send, as text. */
  static String document(Profile profile, int items) {
    var encoder = Region.CODECS.encoder(profile.format().codec()).orElseThrow();
    var messages =
        Region.declarations(profile.identity().countryCode(), Scripts.NONE, items).stream()
            .limit(encoder.batchLimit())
            .toList();
    var context = new EncodeContext(PartyView.of(profile), AT, "REF1");
    return new String(encoder.encode(messages, context).document(), StandardCharsets.UTF_8);
  }

  static List<HubFormat.Fault> faults(HubFormat format, String document) {
    return format.read(document.getBytes(StandardCharsets.UTF_8)).faults();
  }

  @ParameterizedTest
  @CsvSource({"br", "ag", "pe", "cu", "do", "hn", "cr", "cl", "ec", "gt", "py"})
  void findNothingInWhatTheGatewaySends(String party) {
    var profile = Region.profile(party);
    assertThat(faults(format(profile, null), document(profile, 5))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "br,JSON",
    "ag,XML",
    "pe,XML",
    "cu,JSON",
    "do,XML",
    "hn,XML",
    "cr,JSON",
    "cl,XML",
    "ec,XML",
    "gt,EDIFACT"
  })
  void refuseWhatCannotBeRead(String party, String expected) {
    var format = format(Region.profile(party), null);
    assertThat(faults(format, "<{"))
        .containsExactly(new HubFormat.Fault(null, null, "UNREADABLE", "not " + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"volumes\":1|\"volumes\":0.5|/volumes|INTEGER",
        "\"freteModoPagto\":\"PREPAID\"|\"freteModoPagto\":\"LATER\"|/freteModoPagto|VALUE",
        "\"moedaFrete\":\"|\"moedaFrete\":\"USD|/moedaFrete|FORM",
        "\"descricao\":\"|\"descricoes\":\"|/descricao|REQUIRED",
        "\"peso\":|\"peso\":0.001,\"p\":|/peso|NUMBER",
      })
  void siscomexFindsTheFieldAtFaultAndItsItem(String from, String to, String place, String code) {
    var profile = Region.profile("br");
    var document = document(profile, 1);
    var broken = Broken.document(document, from, to);
    var item = format(profile, null).read(broken.getBytes(StandardCharsets.UTF_8)).itemIds();
    assertThat(faults(format(profile, null), broken))
        .anySatisfy(
            fault -> {
              assertThat(fault.itemId()).isEqualTo(item.getFirst());
              assertThat(fault.place()).isEqualTo("/manifestos/0/remessas/0" + place);
              assertThat(fault.code()).isEqualTo(code);
            });
  }

  @Test
  void siscomexFindsAWrongCheckDigitAndTellsItWithTheOutcome() {
    var profile = Region.profile("br");
    var format = format(profile, null);
    var document = document(profile, 1);
    var itemId = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds().getFirst();
    var wrong =
        itemId.substring(0, 10) + (itemId.charAt(10) == '9' ? '0' : '9') + itemId.substring(11);
    var faults = faults(format, document.replace(itemId, wrong));
    assertThat(faults)
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::code)
        .containsExactly(tuple(wrong, "S10"));
    var batch = new HubFormat.Batch("p".repeat(36), "1", List.of(), faults, 0);
    var outcome =
        new String(format.outcome(batch, List.of(), faults).body(), StandardCharsets.UTF_8);
    assertThat(outcome).contains("\"situacao\":1", "\"numeroRemessa\":\"" + wrong + "\"");
  }

  @Test
  void siscomexChecksEveryDocument() {
    var remessa = "'remessas':[{'numeroRemessa':'RR473124829GB'}]";
    assertThat(places(SiscomexDocument.RECTIFICATION, "'sequenciaLote':'00001','manifestos':[]"))
        .contains("/sequenciaLote", "/modalidade", "/manifestos");
    assertThat(places(SiscomexDocument.PRESENCE, remessa))
        .contains("/numeroManifesto", "/remessas/0/numeroMaster", "/remessas/0/indicadorOver");
    assertThat(places(SiscomexDocument.RETURN, "'manifestos':[{" + remessa + "}]"))
        .contains(
            "/manifestos/0/numeroManifesto",
            "/manifestos/0/remessas/0/dtDocExportacao",
            "/manifestos/0/remessas/0/codigoMotivoDevolucao");
  }

  private static List<String> places(SiscomexDocument document, String fields) {
    var format = new SiscomexFormat(document, true, new ItemRegister());
    var text = "{'cnpjDeclarante':'34028316000103'," + fields + "}";
    return faults(format, text.replace('\'', '"')).stream().map(HubFormat.Fault::place).toList();
  }

  @Test
  void siscomexFindsAnItemInTheManifestOfAnother() {
    var register = new ItemRegister();
    register.register("RR473124829GB", 7, 0);
    var format = new SiscomexFormat(SiscomexDocument.PRESENCE, true, register);
    var text =
        ("{'cnpjDeclarante':'34028316000103','numeroManifesto':'%s','remessas':[{'numeroRemessa':"
                + "'RR473124829GB','numeroMaster':'12345678901','indicadorOver':0,"
                + "'volumesRecebidos':1}]}")
            .replace('\'', '"');
    assertThat(faults(format, text.formatted(SiscomexNumbers.manifest(7)))).isEmpty();
    assertThat(faults(format, text.formatted(SiscomexNumbers.manifest(8))))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::code)
        .containsExactly(tuple("RR473124829GB", "MANIFEST"));
  }

  /** What the hub answers is what its own published schemas say. */
  @Test
  void siscomexAnswersByItsSchemas() throws Exception {
    var register = new ItemRegister();
    register.register("RR473124829GB", 7, 0);
    QueriedFormat format = new SiscomexFormat(SiscomexDocument.REGISTRATION, true, register);
    var batch =
        new HubFormat.Batch(
            "p".repeat(36), "34028316000103", List.of("RR473124829GB"), List.of(), 0, 7);
    var ruling = new Ruling("br", "RR473124829GB", 1, Verdict.RELEASED, AT, true);
    valid(
        "ProcessamentoDoRegistroOuRetificaoDeLote",
        format.outcome(batch, List.of(ruling), List.of()));
    valid("ProcessamentoDoRegistroOuRetificaoDeLote", format.notYet(batch));
    valid("ProcessamentoDeConsulta", format.queryOutcome("q".repeat(36), batch, List.of(ruling)));
    valid("ProtocoloDeEnvioDeDocumento", format.receipt("p".repeat(36)));
    valid("RetornoDeErro", format.refusal(List.of(new HubFormat.Fault("A", "/a", "X", "y"))));
    var body = format.outcome(batch, List.of(ruling), List.of()).body();
    var lot = SiscomexNumbers.lot(7);
    assertThat(new String(body, StandardCharsets.UTF_8)).contains(lot);
    assertThat(format.queryKey(batch)).isEqualTo(lot);
    var query = "{\"cnpjDeclarante\":\"34028316000103\",\"numeroLote\":\"" + lot + "\"}";
    assertThat(format.queried(query.getBytes(StandardCharsets.UTF_8))).isEqualTo(lot);
  }

  private static void valid(String title, HubAnswer answer) throws IOException {
    var file =
        SharedFolder.path("schemas/third-party/br-siscomex-remessa/" + title + ".schema.json");
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(file));
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(schema.validate(text, InputFormat.JSON)).as("%s: %s", title, text).isEmpty();
  }

  @Test
  void asycudaFindsTheBillAtFault() {
    var profile = Region.profile("ag");
    var format = format(profile, null);
    var document = document(profile, 3);
    var itemIds = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds();
    int second = document.indexOf(itemIds.get(1));
    int at = document.indexOf("<Gross_mass>", second);
    var broken = document.substring(0, at) + "<Gross_mass>heavy " + document.substring(at + 12);
    assertThat(faults(format, broken))
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.itemId()).isEqualTo(itemIds.get(1));
              assertThat(fault.place()).isEqualTo("Gross_mass");
              assertThat(fault.text()).doesNotContain("heavy");
            });
  }

  /** The WCO declaration in the names of its public form. */
  private static Profile wco() {
    var plain = new Format("wco-declaration", "wco-response", Map.of());
    return HubsTest.with(Region.profile("pe"), plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c:TPODOCTO>171<|<c:TPODOCTO>17<|TPODOCTO|cvc-pattern-valid",
        "<it:MEDIDA>10</it:MEDIDA>||CANTMERC|cvc-complex-type.2.4.a",
        "<t:TOTITEMS>00|<t:TOTITEMS>01|TOTITEMS|COUNT",
        "<t:SEGURO>00000000000.00|<t:SEGURO>00000000000.01|CIF|SUM",
        "<i:TIPRUT>03</i:TIPRUT><i:RUT>1|<i:TIPRUT>03</i:TIPRUT><i:RUT>2|DVRUT|RUT",
      })
  void dinFindsTheElementAtFaultAndItsItem(String from, String to, String place, String code) {
    var profile = Region.profile("cl");
    var format = format(profile, null);
    var document = document(profile, 1);
    assertThat(document).contains(from);
    var itemId = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds().getFirst();
    assertThat(faults(format, document.replace(from, to == null ? "" : to)))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .contains(tuple(itemId, place, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ns0:SmtNo>0|<ns0:SmtNo>1|SmtNo|AGREEMENT",
        "<ns0:SmtNo>0|<ns0:SmtNo>X|SmtNo|cvc-pattern-valid",
        "&lt;CountryCode&gt;EC|&lt;CountryCode&gt;PE|CountryCode|cvc-pattern-valid",
        "&lt;QuantityQuantity&gt;|&lt;QuantityQuantity&gt;-|QuantityQuantity|cvc-minInclusive-valid",
      })
  void ecuapassFindsTheFaultInEnvelopeOrDocumentAndItsItem(
      String from, String to, String place, String code) {
    var profile = Region.profile("ec");
    var format = format(profile, null);
    var document = document(profile, 1);
    assertThat(document).contains(from);
    var itemId = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds().getFirst();
    assertThat(faults(format, document.replace(from, to)))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::place, HubFormat.Fault::code)
        .contains(tuple(itemId, place, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNOA:2|UNOC:3|UNB element 1|UNB",
        "+0000000000017:14|+0000000000018:14|UNB element 2.1|UNB",
        "0000000000024:14|0000000000024|UNB element 3.2|UNB",
        "CNT+7:|CNT+7:X|message 1 segment 7 CNT element 1 component 2|EAD-1305",
        "LOC+35+|LOC+99+|message 1 segment 11 LOC element 1 component 1|EAD-1307",
        "GID+1|XXX+1|message 1 segment 26 XXX|EAD-1301",
      })
  void cuscarFindsTheSegmentAtFault(String from, String to, String place, String code) {
    var profile = Region.profile("gt");
    var document = document(profile, 1);
    var broken = Broken.document(document, from, to);
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place, HubFormat.Fault::code)
        .contains(tuple(place, code));
  }

  @Test
  void aFolderFindsWhatItsSchemaForbids() {
    var profile = Region.profile("py");
    var broken = document(profile, 1).replace("<sujetoControl>N<", "<sujetoControl>X<");
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place)
        .contains("/terews/guiasMadre/guiasHija/sujetoControl");
  }

  @Test
  void cuscarFindsAWrongCheckDigit() {
    var profile = Region.profile("gt");
    var document = document(profile, 1);
    var itemId =
        format(profile, null).read(document.getBytes(StandardCharsets.UTF_8)).itemIds().getFirst();
    var wrong =
        itemId.substring(0, 10) + (itemId.charAt(10) == '9' ? '0' : '9') + itemId.substring(11);
    assertThat(faults(format(profile, null), document.replace(itemId, wrong)))
        .extracting(HubFormat.Fault::itemId, HubFormat.Fault::code)
        .containsExactly(tuple(wrong, "S10"));
  }

  @Test
  void ecuapassNeedsADocumentInItsArgument() {
    var profile = Region.profile("ec");
    var document = document(profile, 1).replaceFirst("<arg0>.*</arg0>", "<arg0>text</arg0>");
    assertThat(faults(format(profile, null), document))
        .extracting(HubFormat.Fault::place, HubFormat.Fault::code)
        .containsExactly(tuple("arg0", "UNREADABLE"));
  }

  @Test
  void wcoChecksTheNationalFormAgainstOurSchema() {
    var profile = Region.profile("pe");
    var format = format(profile, null);
    var document = document(profile, 1);
    assertThat(document).contains(":DeclarationMetaData ", "formatCode=\"202\"");
    var broken = document.replaceFirst("FunctionalDefinition>4010<", "FunctionalDefinition>RGME<");
    assertThat(broken).isNotEqualTo(document);
    assertThat(faults(format, broken))
        .extracting(HubFormat.Fault::place)
        .containsOnly("FunctionalDefinition");
    assertThat(faults(format, document.replace("Consignor>", "Sender>"))).isNotEmpty();
  }

  @Test
  void wcoNeedsAGoodsItem() {
    var profile = wco();
    var broken = document(profile, 1).replace("GovernmentAgencyGoodsItem", "Item");
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place)
        .containsExactly("42A/67A/68A");
  }

  @Test
  void wcoChecksAgainstTheSchemasWhereTheyAreGiven() {
    var folder =
        SharedFolder.path("schemas/third-party/wco36-hmrc/public/api/conf/2.0/schemas/wco");
    var profile = wco();
    var format = format(profile, folder);
    var document = document(profile, 1);
    assertThat(faults(format, document)).isEmpty();
    var broken = document.replaceFirst("<([a-z0-9:]*)FunctionCode>9<", "<$1FunctionCode>nine<");
    assertThat(broken).isNotEqualTo(document);
    assertThat(faults(format, broken)).extracting(HubFormat.Fault::place).contains("FunctionCode");
  }

  @Test
  void regionalFindsThePropertyAndItsItem() {
    var profile = Region.profile("cu");
    var document = document(profile, 2);
    var broken = document.replaceFirst("\"originCountryCode\":\"..\"", "\"originCountryCode\":7");
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place, HubFormat.Fault::code)
        .containsExactly(tuple("/0/data/originCountryCode", "EAD-1201"));
  }

  @Test
  void aSessionIsLetInWithTheNewestTokenOnlyAndLogsInAgainAfterThePauseOnly() {
    var settings =
        Map.of("loginPath", "/login", "clientId", "i", "clientSecret", "s", "roleType", "R");
    var options = SandboxOptions.of(List.of(), Region.CONFIG);
    var gate = new SessionGate(settings, new Course("br", options));
    var credentials = Map.of("Client-Id", "i", "Client-Secret", "s", "Role-Type", "R");
    var login = gate.login(request("/login", credentials)).orElseThrow();
    assertThat(login.status()).isEqualTo(200);
    var session =
        Map.of(
            "Authorization", login.headers().get("Set-Token"),
            "X-CSRF-Token", login.headers().get("X-CSRF-Token"));
    assertThat(gate.refuse(request("/any", session))).isEmpty();
    assertThat(gate.seal(HubAnswer.empty(500)).headers()).containsKey("X-CSRF-Token");
    assertThat(gate.refuse(request("/any", session)).orElseThrow().status()).isEqualTo(403);
    var again = gate.login(request("/login", credentials)).orElseThrow();
    assertThat(new String(again.body(), StandardCharsets.UTF_8)).contains("PLAT-ER2033");
  }

  private static HubRequest request(String path, Map<String, String> headers) {
    return new HubRequest("POST", path, headers::get, new byte[0]);
  }
}
