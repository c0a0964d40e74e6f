package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.SharedFolder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.connector.PartyView;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strict hubs find, and where: code and place of each fault. */
class StrictHubsTest {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

  private static HubFormat format(Profile profile, Path wcoSchemas) {
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG).withWcoSchemas(wcoSchemas);
    return HubFormats.of(profile, options);
  }

  /** A document that the gateway would send, as text. */
  private static String document(Profile profile, int items) {
    var encoder = Region.CODECS.encoder(profile.format().codec()).orElseThrow();
    var messages =
        Region.declarations(profile.identity().countryCode(), Scripts.NONE, items).stream()
            .limit(encoder.batchLimit())
            .toList();
    var context = new EncodeContext(PartyView.of(profile), AT, "REF1");
    return new String(encoder.encode(messages, context).document(), StandardCharsets.UTF_8);
  }

  private static List<HubFormat.Fault> faults(HubFormat format, String document) {
    return format.read(document.getBytes(StandardCharsets.UTF_8)).faults();
  }

  @ParameterizedTest
  @CsvSource({"br", "ag", "pe", "cu", "py"})
  void findNothingInWhatTheGatewaySends(String party) {
    var profile = Region.profile(party);
    assertThat(faults(format(profile, null), document(profile, 5))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"br,JSON", "ag,XML", "pe,XML", "cu,JSON"})
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
    assertThat(document).contains(from);
    int at = document.indexOf(from);
    var broken = document.substring(0, at) + to + document.substring(at + from.length());
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

  @Test
  void aFolderFindsWhatItsSchemaForbids() {
    var profile = Region.profile("py");
    var broken = document(profile, 1).replace("<sujetoControl>N<", "<sujetoControl>X<");
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place)
        .contains("/terews/guiasMadre/guiasHija/sujetoControl");
  }

  @Test
  void wcoNeedsAGoodsItem() {
    var profile = Region.profile("pe");
    var broken = document(profile, 1).replace("GovernmentAgencyGoodsItem", "Item");
    assertThat(faults(format(profile, null), broken))
        .extracting(HubFormat.Fault::place)
        .containsExactly("42A/67A/68A");
  }

  @Test
  void wcoChecksAgainstTheSchemasWhereTheyAreGiven() {
    var folder =
        SharedFolder.path("schemas/third-party/wco36-hmrc/public/api/conf/2.0/schemas/wco");
    var profile = Region.profile("pe");
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
