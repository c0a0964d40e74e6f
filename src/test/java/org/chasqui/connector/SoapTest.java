package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Profile;
import org.chasqui.profile.ProfileBuilder;
import org.chasqui.profile.Transport;
import org.junit.jupiter.api.Test;

/** Documents in SOAP envelopes and what services answer. */
class SoapTest {
  private static final Secrets SECRETS = new Secrets(Map.of("P", "s3cret"));
  private static final String DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<d xmlns=\"urn:d\">Peña &amp; Ñ</d>";
  private final AtomicReference<String> sent = new AtomicReference<>();
  private final Map<String, String> headers = new HashMap<>();

  private Reading submit(Map<String, String> settings, int status, String answer) throws Exception {
    try (var hub = new HubStub((exchange, body) -> keep(exchange, body, status, answer))) {
      var connector = Connector.of(profile(hub, settings), SECRETS);
      return connector.readSubmission(
          HubStub.make(
              connector.submission(
                  DOCUMENT.getBytes(StandardCharsets.UTF_8), "application/xml", "R", "k")));
    }
  }

  private void keep(HttpExchange exchange, byte[] body, int status, String answer)
      throws java.io.IOException {
    sent.set(new String(body, StandardCharsets.UTF_8));
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    HubStub.send(exchange, status, answer);
  }

  private static Profile profile(HubStub hub, Map<String, String> settings) {
    var none = new Authentication("none", Map.of());
    var from = hub.profile(none, HubStub.response("synchronous", Map.of()));
    var transport =
        new Transport(
            "soap",
            from.transport().address(),
            "/service",
            "POST",
            Map.of(),
            Duration.ofSeconds(5),
            settings);
    return ProfileBuilder.builder(from).transport(transport).build();
  }

  private static String envelope(String namespace, String body) {
    return "<s:Envelope xmlns:s='" + namespace + "'><s:Body>" + body + "</s:Body></s:Envelope>";
  }

  @Test
  void anEnvelopeOfVersion11HasTheActionInAHeaderAndTheDocumentWithoutItsDeclaration()
      throws Exception {
    submit(
        Map.of("action", "urn:x#put", "body", "<x:put xmlns:x='urn:x'>{document}</x:put>"),
        200,
        envelope(SoapWrapping.SOAP_11, "<ok/>"));
    assertThat(headers)
        .containsEntry("Soapaction", "\"urn:x#put\"")
        .containsEntry("Content-type", "text/xml; charset=utf-8");
    assertThat(sent.get())
        .contains("<x:put xmlns:x='urn:x'><d xmlns=\"urn:d\">Peña &amp; Ñ</d></x:put>")
        .doesNotContain("<?xml");
  }

  @Test
  void anEnvelopeOfVersion12HasTheActionInTheMediaTypeAndAddressesWhenWanted() throws Exception {
    var reading =
        submit(
            Map.of(
                "version", "1.2",
                "action", "urn:x#put",
                "addressing", "true",
                "body", "<x:put xmlns:x='urn:x'><arg0>{text}</arg0></x:put>",
                "answer", "<x:done xmlns:x='urn:x'><return>{text}</return></x:done>"),
            200,
            envelope(
                SoapWrapping.SOAP_12,
                "<y:done xmlns:y='urn:x'><return>&lt;r>1&lt;/r></return></y:done>"));
    assertThat(headers.get("Content-type"))
        .isEqualTo("application/soap+xml; charset=utf-8; action=\"urn:x#put\"");
    assertThat(headers).doesNotContainKey("Soapaction");
    assertThat(sent.get())
        .contains(
            "urn:uuid:", "/service</a:To>", "&lt;d xmlns=&quot;urn:d&quot;&gt;Peña &amp;amp; Ñ");
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Answered.class,
            answered -> {
              assertThat(new String(answered.document(), StandardCharsets.UTF_8))
                  .isEqualTo("<r>1</r>");
              assertThat(answered.mediaType()).isEqualTo("application/xml");
            });
  }

  @Test
  void aFaultOfTheSenderRefusesWithItsCodeItsWordsAndItsPlace() throws Exception {
    var body = Map.of("body", "{document}");
    var old =
        submit(
            body,
            500,
            envelope(
                SoapWrapping.SOAP_11,
                "<s:Fault><faultcode>s:Client.Schema</faultcode><faultstring>wrong root</faultstring></s:Fault>"));
    var recent =
        submit(
            Map.of("body", "{document}", "version", "1.2"),
            400,
            envelope(
                SoapWrapping.SOAP_12,
                "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang='en'>wrong root</s:Text></s:Reason></s:Fault>"));
    assertThat(List.of(old, recent))
        .allSatisfy(
            reading ->
                assertThat(reading)
                    .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> {
                          var problem = refused.problems().getFirst();
                          assertThat(problem.code()).isEqualTo(ProblemCode.PARTNER);
                          assertThat(problem.location())
                              .isEqualTo(new Location.AtXPath("/Envelope/Body/Fault", null));
                          assertThat(problem.found()).endsWith("wrong root");
                        }));
  }

  @Test
  void theFaultsThatADetailNamesAreToldOneByOne() throws Exception {
    var reading =
        submit(
            Map.of("body", "{document}"),
            500,
            envelope(
                SoapWrapping.SOAP_11,
                "<s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring><detail><errors>"
                    + "<Error><Bol_reference>RR000000001CL</Bol_reference><ValidationCode>E7</ValidationCode><Path>/a/b</Path></Error>"
                    + "</errors></detail></s:Fault>"));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.items().getFirst().itemId()).isEqualTo("RR000000001CL");
              assertThat(refused.problems().getFirst().location())
                  .isEqualTo(new Location.AtXPath("/a/b", null));
            });
  }

  @Test
  void aFaultOfTheServiceAndAnAnswerWithoutEnvelopeOrDocumentComeAgain() throws Exception {
    var body = Map.of("body", "{document}", "answer", "<done>{document}</done>");
    assertThat(
            List.of(
                submit(
                    body,
                    500,
                    envelope(
                        SoapWrapping.SOAP_11,
                        "<s:Fault><faultcode>s:Server</faultcode></s:Fault>")),
                submit(body, 200, "<html/>"),
                submit(body, 200, "{"),
                submit(body, 200, envelope(SoapWrapping.SOAP_11, "<other/>")),
                submit(body, 503, "")))
        .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.TryAgain.class));
  }

  @Test
  void aFaultOfWsSecurityCountsAsARefusedProof() throws Exception {
    var reading =
        submit(
            Map.of("body", "{document}"),
            500,
            envelope(
                SoapWrapping.SOAP_11,
                "<s:Fault><faultcode xmlns:w='w'>w:FailedAuthentication</faultcode></s:Fault>"));
    assertThat(reading).isEqualTo(new Reading.TryAgain("the hub wants a new login: 401", null));
  }
}
