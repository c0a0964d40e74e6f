package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.EncodeContext;
import org.chasqui.connector.Connector;
import org.chasqui.connector.HttpAnswer;
import org.chasqui.connector.HttpCall;
import org.chasqui.connector.PartyView;
import org.chasqui.connector.Reading;
import org.chasqui.connector.Secrets;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiles of the documentation against the simulated service, over real sockets. */
class CdsServiceTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Profile customs;
  private static Profile post;

  @BeforeAll
  static void loads(@TempDir Path folder) throws Exception {
    var profiles = ExampleProfiles.load(folder);
    customs = profiles.byId("tt").orElseThrow();
    post = profiles.byId("tta").orElseThrow();
  }

  @Test
  void everyItemOfEveryScriptReachesItsEnd() throws Exception {
    HubsTest.proveAllScripts(customs, "CU");
  }

  @Test
  void aTokenThatIsNotTheServicesIsNoReasonToGiveUp() throws Exception {
    try (var sandbox = Sandbox.start(options(customs))) {
      var connector = connector(customs, sandbox, Map.of("CHASQUI_TT_TOKEN", "another"));
      var reading = connector.readSubmission(send(connector.submission(views(), "", "R", "k")));
      assertThat(reading).isInstanceOf(Reading.TryAgain.class);
      assertThat(sandbox.hub("tt").counters().items()).isZero();
    }
  }

  @Test
  void refusesElementsOutOfTheirOrderAndSaysWhichItem() throws Exception {
    try (var sandbox = Sandbox.start(options(customs))) {
      var connector = connector(customs, sandbox, sandbox.environment());
      var text = new String(views(), StandardCharsets.UTF_8);
      var element = text.replaceAll("(?s).*(<c:NatureTypeCd>[0-9]+</c:NatureTypeCd>).*", "$1");
      var moved = text.replace(element, "").replace("<c:GrossWeight>", element + "<c:GrossWeight>");
      var call =
          connector.submission(moved.getBytes(StandardCharsets.UTF_8), "", "R", "another key");
      var reading = (Reading.Refused) connector.readSubmission(send(call));
      assertThat(reading.items())
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.itemId()).isEqualTo(item().data().businessKey());
                var problem = item.problems().getFirst();
                assertThat(problem.code()).isEqualTo(ProblemCode.PARTNER);
                assertThat(problem.location().text()).isEqualTo("NatureTypeCd");
              });
    }
  }

  @Test
  void waitsWhileNoResponseIsThere() throws Exception {
    try (var sandbox = Sandbox.start(options(customs))) {
      var connector = connector(customs, sandbox, sandbox.environment());
      var reading = connector.readPoll(null, send(connector.poll("", List.of("RR473124829GB"))));
      assertThat(reading).isInstanceOf(Reading.StillWaiting.class);
    }
  }

  @Test
  void storesTheDecisionsOfAPostOnce() throws Exception {
    try (var sandbox = Sandbox.start(options(post))) {
      var connector = connector(post, sandbox, sandbox.environment());
      var codec = Region.CODECS.encoder("upu-cds").orElseThrow();
      var encoded = codec.encode(List.of(decision()), context(post));
      assertThat(encoded.carriesAny()).as("%s", encoded.carriages()).isTrue();
      var call = connector.submission(encoded.document(), encoded.mediaType(), "R", "k");
      assertThat(new String(call.body(), StandardCharsets.UTF_8)).contains("<securityToken>");
      var reading = (Reading.Answered) connector.readSubmission(send(call));
      assertThat(reading.document()).isEmpty();
      assertThat(sandbox.hub("tta").hasReceived("CP123456785CL")).isTrue();
    }
  }

  private static SandboxOptions options(Profile profile) {
    return SandboxOptions.of(List.of(profile), Region.CONFIG).withTimeScale(0.05);
  }

  private static Connector connector(
      Profile profile, Sandbox sandbox, Map<String, String> environment) {
    return Connector.of(HubsTest.at(profile, sandbox), new Secrets(environment));
  }

  private static HttpAnswer send(HttpCall call) throws Exception {
    var request =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.timeout())
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  private static RegionalMessage item() {
    var plain = Region.declarations("CU", Scripts.NONE, 1).getFirst();
    return Region.ending(plain, 4000, 10);
  }

  private static byte[] views() {
    var codec = Region.CODECS.encoder("upu-cds").orElseThrow();
    return codec.encode(List.of(item()), context(customs)).document();
  }

  private static EncodeContext context(Profile profile) {
    return new EncodeContext(PartyView.of(profile), Instant.EPOCH, "REF1");
  }

  private static RegionalMessage decision() {
    var id = "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e07";
    var decision =
        CustomsDecision.builder()
            .decisionId(id)
            .version(1)
            .declaration(new DeclarationReference("CP123456785CL", null, null, null, Map.of()))
            .status(DecisionStatus.RELEASED)
            .decidedAt("2026-11-22T10:00:00-03:00")
            .authority(new Authority("BR", "RFB", null, Map.of()))
            .build();
    var envelope =
        new Envelope(
            id,
            "urn:lac-ead:party:BR:customs:RFB",
            MessageKind.CUSTOMS_DECISION,
            "CP123456785CL",
            "2026-11-22T13:00:00Z",
            "urn:lac-ead:party:TT:post:TTA",
            id,
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, decision);
  }
}
