package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.DecodeContext;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.message.DecisionStatus;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an item after its declaration, at strict hubs that hold it for hours. */
class NationalLifeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Ends in 90: held, and released later than any test runs. */
  private static final String ITEM = "RR000000907CL";

  private static final String VERSION_2 = "\"versaoDIR\":\"2\"";

  @TempDir Path folder;
  private Sandbox sandbox;
  private TestGateway gateway;

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    sandbox.close();
  }

  private void start(String administration, String post) throws Exception {
    var profile = Region.load().profiles().byId(administration).orElseThrow();
    sandbox =
        Sandbox.start(SandboxOptions.of(List.of(profile), Path.of("config")).withTimeScale(1000));
    gateway =
        new TestGateway(folder)
            .only(administration, post, "cla")
            .with(sandbox.environment())
            .with("CHASQUI_FIRST_POLL", "PT0.1S")
            .with("CHASQUI_POLL_EVERY", "PT0.2S");
    gateway.token(post);
    gateway.start();
  }

  @Test
  void brazilIsToldOfAnAmendmentAnArrivalAndAReturnAndTakesNoCancellation() throws Exception {
    start("br", "bra");
    declare("R1", "9", "BR");
    awaitStatus(DecisionStatus.SELECTED_FOR_CONTROL);

    declare("R2", "5", "BR");
    var rectified = awaitSent("siscomex-retificacao");
    assertThat(text(rectified.document()))
        .contains("\"numeroManifesto\":\"SRP")
        .doesNotContain("sequenciaLote");
    await().atMost(PATIENCE).until(() -> answers().anyMatch(text -> text.contains(VERSION_2)));

    var refused = declare("R3", "1", "BR");
    await().atMost(PATIENCE).until(() -> interchange(refused).contains("EAD-4003"));
    assertThat(interchange(refused)).contains("/function", "br takes", "devolu");

    event("bra", "BR", "ARRIVED_INWARD_OE");
    assertThat(text(awaitDelivered("siscomex-presenca").document()))
        .contains("\"volumesRecebidos\":1", "\"indicadorOver\":0", ITEM);

    event("bra", "BR", "RETURNED");
    assertThat(text(awaitDelivered("siscomex-devolucao").document()))
        .contains("\"codigoMotivoDevolucao\":\"1\"", ITEM);
    awaitStatus(DecisionStatus.RETURN_TO_ORIGIN);
  }

  @Test
  void jamaicaReplacesABillAndDeletesIt() throws Exception {
    start("jm", "jma");
    declare("R1", "9", "JM");
    awaitStatus(DecisionStatus.SELECTED_FOR_CONTROL);

    declare("R2", "5", "JM");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                deliveries().stream().filter(each -> each.startsWith("asycuda-awbolds")).count()
                    == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> deliveries().stream().noneMatch(each -> each.endsWith("READY")));

    declare("R3", "1", "JM");
    awaitStatus(DecisionStatus.CANCELLED);
    assertThat(text(detail("asycuda-awdelete").document())).contains("<Awdelete>", ITEM);
  }

  @Test
  void jamaicaIsSentADispatchAsAManifest() throws Exception {
    start("jm", "jma");
    var dispatch = "CLSCLAJMKINAACN60042";
    var predes =
        Files.readString(
                Path.of("src/test/resources/golden/upu/predes/input.edi"),
                StandardCharsets.ISO_8859_1)
            .replace("CLSCLABRSAODACN60042", dispatch)
            .replace("J1CBRA", "J1CJMA")
            .replace("BRA:160", "JMA:160")
            .replace("GRU::3", "KIN::3");
    push(predes.getBytes(StandardCharsets.ISO_8859_1));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                gateway.gateway().ledger().timeline(dispatch).stream()
                    .flatMap(story -> story.deliveries().stream())
                    .anyMatch(
                        each ->
                            "asycuda-awmds".equals(each.codec())
                                && each.state() == DeliveryState.DELIVERED));
  }

  @Test
  void jamaicaIsSentAFullDeclarationBesideTheBillAboveTheSimplifiedRegime() throws Exception {
    start("jm", "jma");
    var dear = text(itmatt("R1", "9", "JM")).replace("60.00:USD", "6000.00:USD");
    push(dear.getBytes(StandardCharsets.ISO_8859_1));
    awaitStatus(DecisionStatus.SELECTED_FOR_CONTROL);
    var declared = awaitSent("asycuda-sad-jm");
    assertThat(text(declared.document()))
        .contains("<Type_of_declaration>IM<", "<Number>" + ITEM + "<", "<Commodity_code>49019900<");
    assertThat(deliveries()).anyMatch(each -> each.startsWith("asycuda-awbolds"));
  }

  private String declare(String reference, String function, String to) throws Exception {
    return push(itmatt(reference, function, to));
  }

  private static byte[] itmatt(String reference, String function, String to) {
    return text(Edi.itmatt(reference, to, List.of(ITEM)))
        .replace("BGM+929+" + reference + "+9'", "BGM+929+" + reference + "+" + function + "'")
        .replace("Capital++1000", "Sao Paulo+SP+01310100")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String push(byte[] interchange) throws Exception {
    var answer = gateway.post("cla", "/v1/interchanges", "application/edifact", interchange);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body()).path("id").asText();
  }

  private String interchange(String id) throws Exception {
    return gateway.get("cla", "/v1/interchanges/" + id).body();
  }

  private void event(String post, String country, String type) throws Exception {
    var event =
        (ObjectNode)
            JSON.readTree(
                Files.readAllBytes(Path.of("config/schema/examples/tracking-event.json")));
    event.put("id", DecodeContext.stableId(type));
    event.put("source", "urn:lac-ead:party:" + country + ":post:" + post.toUpperCase(Locale.ROOT));
    event.put("subject", ITEM);
    event.put("recipient", "urn:lac-ead:party:CL:post:CLA");
    var data = (ObjectNode) event.path("data");
    data.put("eventId", event.path("id").asText()).put("eventType", type);
    data.remove(List.of("sourceEventCode", "sourceEventListId", "reason", "location"));
    ((ObjectNode) data.at("/scope/items/0")).put("itemId", ITEM);
    var answer =
        gateway.post(
            post, "/v1/messages", "application/cloudevents+json", JSON.writeValueAsBytes(event));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private void awaitStatus(DecisionStatus status) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                gateway.gateway().ledger().timeline(ITEM).stream()
                    .flatMap(story -> story.messages().stream())
                    .anyMatch(message -> message.status() == status && !message.refused()));
  }

  /** What the hub answered of the item, as it came. */
  private Stream<String> answers() {
    var ledger = gateway.gateway().ledger();
    return ledger.timeline(ITEM).stream()
        .flatMap(story -> story.interchanges().stream())
        .filter(interchange -> interchange.header().door().equals("answer"))
        .map(
            interchange -> {
              try (var raw = ledger.raw(interchange.id()).orElseThrow()) {
                return text(raw.readAllBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private List<String> deliveries() {
    return gateway.gateway().ledger().timeline(ITEM).stream()
        .flatMap(story -> story.deliveries().stream())
        .map(each -> each.codec() + " " + each.state())
        .toList();
  }

  private DeliveryDetail detail(String codec) {
    var ledger = gateway.gateway().ledger();
    return ledger.timeline(ITEM).stream()
        .flatMap(story -> story.deliveries().stream())
        .filter(each -> codec.equals(each.codec()))
        .findFirst()
        .flatMap(each -> ledger.delivery(each.id()))
        .orElse(null);
  }

  private DeliveryDetail awaitSent(String codec) {
    await().atMost(PATIENCE).until(() -> detail(codec) != null && detail(codec).document() != null);
    return detail(codec);
  }

  private DeliveryDetail awaitDelivered(String codec) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                detail(codec) != null
                    && detail(codec).delivery().state() == DeliveryState.DELIVERED);
    return detail(codec);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
