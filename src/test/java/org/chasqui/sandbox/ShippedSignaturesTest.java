package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.EncodeContext;
import org.chasqui.connector.Connector;
import org.chasqui.connector.HttpCall;
import org.chasqui.connector.PartyView;
import org.chasqui.connector.Secrets;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * The interfaces that want a signature get it by the profile alone, and a strict hub lets in no
 * other: DIN signed in itself, TERE in the header of its envelope and encrypted, COVE over its
 * chain.
 */
class ShippedSignaturesTest {
  private static final String PASSWORD = "anothers";
  @TempDir Path folder;

  private Profile party(String party) throws Exception {
    return party.equals("mx")
        ? ExampleProfiles.national(folder.resolve("config")).byId(party).orElseThrow()
        : Region.profile(party);
  }

  private static HttpCall submission(Profile there, Map<String, String> environment)
      throws Exception {
    var encoder = Region.CODECS.encoder(there.format().codec()).orElseThrow();
    var item = Region.declarations(there.identity().countryCode(), Scripts.NONE, 1);
    var context =
        new EncodeContext(PartyView.of(there), Instant.parse("2026-11-03T12:00:00Z"), "R1");
    var encoded = encoder.encode(item, context);
    return Connector.of(there, new Secrets(environment))
        .submission(encoded.document(), encoded.mediaType(), "R1", "key 1");
  }

  private static String answer(HttpCall call, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(call.uri()).POST(HttpRequest.BodyPublishers.ofString(body));
      call.headers().forEach(request::setHeader);
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  /** What a hub answers to the submission of one item. */
  static String answered(Profile there, Map<String, String> environment) throws Exception {
    var call = submission(there, environment);
    return answer(call, new String(call.body(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cl,TPODOCTO>171<,TPODOCTO>172<,CL",
    "cl,</ds:SignatureValue>,A</ds:SignatureValue>,CL",
    "py,<xenc:CipherValue>,<xenc:CipherValue>AAAA,PY",
    "py,#aes256-gcm,#aes128-gcm,PY",
    "py,</ds:SignatureValue>,A</ds:SignatureValue>,PY",
    "mx,<oxml:certificadoOrigen>0<,<oxml:certificadoOrigen>1<,MX",
    "mx,|TOCE.IMP|,|TOCE.EXP|,MX",
  })
  void aHubTakesWhatTheProfileSignsAndNothingThatWasChanged(
      String party, String from, String to, String name) throws Exception {
    var profile = party(party);
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG);
    try (var sandbox = Sandbox.start(options)) {
      var there = HubsTest.at(profile, sandbox);
      var call = submission(there, sandbox.environment());
      var signed = new String(call.body(), StandardCharsets.UTF_8);
      assertThat(signed).contains(from);
      assertThat(answer(call, signed.replace(from, to))).contains("FailedAuthentication");
      assertThat(sandbox.hub(party).counters().items()).isZero();
      assertThat(answer(call, signed)).doesNotContain("Fault");
      assertThat(sandbox.hub(party).counters().items()).isEqualTo(1);

      var anothers = new HashMap<>(sandbox.environment());
      anothers.put("CHASQUI_" + name + "_KEY", HubKeys.pkcs12("another", PASSWORD));
      anothers.put("CHASQUI_" + name + "_KEY_PASSWORD", PASSWORD);
      if (!party.equals("py")) { // there the login with it is refused already
        var foreign = submission(there, anothers);
        assertThat(answer(foreign, new String(foreign.body(), StandardCharsets.UTF_8)))
            .contains("FailedAuthentication");
      }
    }
  }

  @Test
  void theSignatureIsTheLastElementOfTheDeclarationWithTheCertificateInIt() throws Exception {
    var profile = party("cl");
    try (var sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Region.CONFIG))) {
      var call = submission(HubsTest.at(profile, sandbox), sandbox.environment());
      var envelope = HubXml.read(call.body()).orElseThrow().getDocumentElement();
      var din = HubXml.at(envelope, List.of("Body", "DIN"));
      assertThat(((Element) din.getLastChild()).getLocalName()).isEqualTo("Signature");
      assertThat(HubXml.at(din, List.of("Signature", "KeyInfo", "X509Data"))).isNotNull();
      assertThat(HubXml.at(din, List.of("Signature", "KeyInfo", "KeyValue"))).isNotNull();
      assertThat(new String(call.body(), StandardCharsets.UTF_8))
          .contains("xmldsig#rsa-sha1", "REC-xml-c14n-20010315\"", "URI=\"\"")
          .contains("#PasswordText");
    }
  }

  @Test
  void theQuestionForAnOutcomeIsSignedOverItsNumberAndTheAsker() throws Exception {
    var profile = party("mx");
    try (var sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Region.CONFIG))) {
      var there = HubsTest.at(profile, sandbox);
      var connector = Connector.of(there, new Secrets(sandbox.environment()));
      var call = submission(there, sandbox.environment());
      var taken = answer(call, new String(call.body(), StandardCharsets.UTF_8));
      var number = taken.replaceFirst("(?s).*numeroDeOperacion>([^<]+)<.*", "$1");
      var question = connector.poll(number, List.of());
      var asked = new String(question.body(), StandardCharsets.UTF_8);
      assertThat(asked).contains("<o:cadenaOriginal>|" + number + "|XAXX010101000|<");
      assertThat(answer(question, asked)).doesNotContain("Fault");
      assertThat(answer(question, asked.replace(">" + number + "<", ">7<")))
          .contains("FailedAuthentication");
    }
  }
}
