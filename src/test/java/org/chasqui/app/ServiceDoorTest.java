package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.codec.upu.services.ServiceCodecs;
import org.chasqui.connector.PartyView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Party;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.HubControls;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post whose declarations wait in its service, and which is told the decisions there. */
class ServiceDoorTest {
  private static final String ITEM = "CP123456785CL";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Profile post;
  private Sandbox sandbox;
  private TinyHub hub;
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    post = ExampleProfiles.load(folder.resolve("examples")).byId("tta").orElseThrow();
    sandbox = Sandbox.start(SandboxOptions.of(List.of(post), Path.of("config")));
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
    Files.copy(
        Path.of("docs/formats/examples/upu-cds-post.yaml"),
        folder.resolve("home/config/operators/tta.yaml"));
    gateway.with(sandbox.environment()).with("CHASQUI_TTA_LOAD_EVERY", "PT0.1S").start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
    sandbox.close();
  }

  @Test
  void bringsTheDeclarationThatWaitsToTheHubAndTheDecisionBackToTheService() throws Exception {
    service().store().orElseThrow().offer(views(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body())
        .contains(ITEM)
        .contains("urn:lac-ead:party:TT:post:TTA");

    decide(ITEM);

    await().atMost(PATIENCE).until(() -> service().hasReceived(ITEM));
  }

  @Test
  void takesADeclarationOnceHoweverOftenTheServiceGivesIt() throws Exception {
    service().store().orElseThrow().offer(views(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    long asked = service().counters().calls();

    await().atMost(PATIENCE).until(() -> service().counters().calls() > asked + 5);
    service().store().orElseThrow().offer(views("RR473124829GB"));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 2);

    assertThat(hub.calls().get(1).body()).contains("RR473124829GB").doesNotContain(ITEM);
    assertThat(gateway.gateway().ledger().tallies().get("tta").refused()).isZero();
  }

  @Test
  void asksAgainAfterTheServiceWasGone() throws Exception {
    service().stop();
    service().store().orElseThrow().offer(views(ITEM));
    service().start();

    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
  }

  @Test
  void asksNothingInClosedHours() throws Exception {
    gateway.close();
    long asked = service().counters().calls();
    gateway =
        new TestGateway(folder.resolve("closed"))
            .only("mx", "cla", "pea")
            .hub("mx", hub)
            .with(sandbox.environment())
            .with("CHASQUI_TTA_LOAD_EVERY", "PT0.1S")
            .with("CHASQUI_CALENDARS_KEEP", "true");
    Files.writeString(
        folder.resolve("closed/home/config/operators/tta.yaml"),
        Files.readString(Path.of("docs/formats/examples/upu-cds-post.yaml"))
            + "\ncalendar:\n  closed:\n"
            + "    - {start: 2020-01-01T00:00, end: 2090-01-01T00:00, source: test}\n");
    gateway.start();

    await().atMost(PATIENCE).until(() -> gateway.steps().contains("door-service-load"));
    var other = Edi.itmatt("R1", "MX", List.of("RR473124829GB"));
    gateway.post("cla", "/v1/interchanges", "application/edifact", other);
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    assertThat(service().counters().calls()).isEqualTo(asked);
  }

  private HubControls service() {
    return sandbox.hub("tta");
  }

  /** The example of the regional schema, to Mexico. */
  private byte[] views(String itemId) throws Exception {
    var example = Files.readAllBytes(Path.of("config/schema/examples/item-declaration.json"));
    var message = new RegionalJson().read(example);
    var item =
        ((ItemDeclaration) message.data())
            .toBuilder()
                .itemId(itemId)
                .declarationId(UUID.randomUUID().toString())
                .destinationCountryCode("MX")
                .destinationOperatorCode("MXA")
                .recipient(inMexico((ItemDeclaration) message.data()))
                .build();
    return encoded(message.with(item));
  }

  private static Party inMexico(ItemDeclaration item) {
    var recipient = item.recipient();
    var address = recipient.address().toBuilder().countryCode("MX").subdivisionCode(null).build();
    return recipient.toBuilder().identifiers(List.of()).address(address).build();
  }

  private byte[] encoded(RegionalMessage message) {
    var codec =
        ServiceCodecs.all().stream()
            .filter(Encoder.class::isInstance)
            .map(Encoder.class::cast)
            .findFirst()
            .orElseThrow();
    var context = new EncodeContext(PartyView.of(post), Instant.EPOCH, "R1");
    var encoded = codec.encode(List.of(message), context);
    assertThat(encoded.carriesAny()).as("%s", encoded.carriages()).isTrue();
    return encoded.document();
  }

  private void decide(String item) throws Exception {
    var decision =
        """
        {"specversion":"1.0","id":"%s","source":"urn:lac-ead:party:MX:customs:ANAM",
         "type":"lacead.customs-decision.issued.v1","subject":"%s","time":"2026-11-04T10:00:00-06:00",
         "datacontenttype":"application/json","dataschema":"urn:lac-ead:schema:customs-decision:1.0.0",
         "recipient":"urn:lac-ead:party:XX:gateway:CHASQUI","correlationid":"%s",
         "data":{"decisionId":"%s","version":1,"declaration":{"itemId":"%s"},"status":"RELEASED",
          "decidedAt":"2026-11-04T10:00:00-06:00","authority":{"countryCode":"MX"}}}
        """
            .formatted(UUID.randomUUID(), item, UUID.randomUUID(), UUID.randomUUID(), item);
    var answer =
        gateway.post(
            "mx",
            "/v1/messages",
            "application/cloudevents+json",
            decision.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }
}
