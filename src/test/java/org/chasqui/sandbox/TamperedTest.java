package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Secrets;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway signs is let in; the same changed, or signed by another, is not. */
class TamperedTest {
  private static final String PASSWORD = "of the key";
  private static final String OURS = HubKeys.pkcs12("gateway", PASSWORD);
  private static final String ANOTHERS = HubKeys.pkcs12("gateway", PASSWORD);
  private static final Map<String, String> KEY = Map.of("key", "env:K", "keyPassword", "env:KP");
  private static final String DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<d xmlns=\"urn:d\"><amount>10.00</amount>\n"
          + "<name>Peña &amp; Añez</name></d>";

  private static byte[] sent(Authentication proof, String kind, String key) throws Exception {
    var settings =
        kind.equals("soap")
            ? Map.of("body", "<r:x xmlns:r='urn:x'>{document}</r:x>")
            : Map.<String, String>of();
    var profile =
        ConnectionsTest.profile(
            "pe",
            ConnectionsTest.transport(kind, settings),
            proof,
            ConnectionsTest.response("push", Map.of()));
    return connector(profile, key)
        .submission(DOCUMENT.getBytes(StandardCharsets.UTF_8), "application/xml", "R", "k")
        .body();
  }

  private static Connector connector(Profile profile, String key) {
    return Connector.of(profile, new Secrets(Map.of("K", key, "KP", PASSWORD, "P", "s3cret")));
  }

  private static HubRequest request(byte[] body) {
    return new HubRequest("POST", "/register", name -> null, body);
  }

  private static HubRequest changed(byte[] body, String from, String to) {
    var text = new String(body, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return request(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSignedDocumentIsRefusedWhenAnythingInItIsChanged() throws Exception {
    var gate = new DocumentSignatureGate(HubKeys.certificate(OURS, PASSWORD));
    var signed = sent(new Authentication("xml-signature", KEY), "http", OURS);
    assertThat(gate.refuseDocument(request(signed))).isEmpty();
    assertThat(gate.refuseDocument(changed(signed, "10.00", "10.01"))).isPresent();
    assertThat(gate.refuseDocument(changed(signed, "Peña", "Pena"))).isPresent();
    assertThat(gate.refuseDocument(changed(signed, "</amount>", "</amount><more/>"))).isPresent();
    assertThat(gate.refuseDocument(changed(signed, "URI=\"\"", "URI=\"#x\""))).isPresent();
    assertThat(gate.refuseDocument(request(DOCUMENT.getBytes(StandardCharsets.UTF_8)))).isPresent();
    var others = sent(new Authentication("xml-signature", KEY), "http", ANOTHERS);
    assertThat(gate.refuseDocument(request(others))).isPresent();
  }

  @Test
  void aSignedEnvelopeIsRefusedWhenItsBodyOrTimeIsChanged() throws Exception {
    var gate = new EnvelopeSignatureGate(HubKeys.certificate(OURS, PASSWORD));
    var signed = sent(new Authentication("wss-signature", KEY), "soap", OURS);
    assertThat(gate.refuse(request(signed))).isEmpty();
    assertThat(gate.refuse(changed(signed, "10.00", "10.01"))).isPresent();
    assertThat(gate.refuse(changed(signed, "Expires>2", "Expires>3"))).isPresent();
    assertThat(gate.refuse(changed(signed, "URI=\"#id-", "URI=\"#xd-"))).isPresent();
    var others = sent(new Authentication("wss-signature", KEY), "soap", ANOTHERS);
    assertThat(gate.refuse(request(others))).isPresent();
    assertThat(gate.refuse(request(sent(new Authentication("none", Map.of()), "soap", OURS))))
        .isPresent();
  }

  @Test
  void aSignedEnvelopeIsRefusedWhenItsTimeIsOver() throws Exception {
    var gate = new EnvelopeSignatureGate(HubKeys.certificate(OURS, PASSWORD));
    var settings = Map.of("key", "env:K", "keyPassword", "env:KP", "life", "PT0S");
    assertThat(
            gate.refuse(request(sent(new Authentication("wss-signature", settings), "soap", OURS))))
        .isPresent();
  }

  @Test
  void aUserNameInDigestProvesThePasswordOnceAndNeverSendsIt() throws Exception {
    var settings = Map.of("user", "u", "password", "s3cret", "passwordType", "digest");
    var gate = new UsernameGate(settings);
    var proof =
        new Authentication(
            "wss-username", Map.of("user", "u", "password", "env:P", "passwordType", "digest"));
    var sent = sent(proof, "soap", OURS);
    assertThat(new String(sent, StandardCharsets.UTF_8)).doesNotContain("s3cret");
    assertThat(new UsernameGate(settings).refuse(changed(sent, "Created>20", "Created>21")))
        .isPresent();
    assertThat(gate.refuse(request(sent))).isEmpty();
    assertThat(gate.refuse(request(sent))).as("the same nonce again").isPresent();
    var other =
        new UsernameGate(Map.of("user", "u", "password", "other", "passwordType", "digest"));
    assertThat(other.refuse(request(sent))).isPresent();
  }

  /** A request for a ticket as it was sent. */
  private static byte[] ticketRequest(String key) throws Exception {
    var seen = new AtomicReference<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/",
        exchange -> {
          seen.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    try {
      var proof =
          new Authentication(
              "login-ticket",
              Map.of(
                  "loginPath", "http://127.0.0.1:" + server.getAddress().getPort() + "/login",
                  "service", "declarations",
                  "namespace", "urn:login",
                  "key", "env:K",
                  "keyPassword", "env:KP"));
      assertThatThrownBy(() -> sent(proof, "http", key))
          .isInstanceOf(ConnectorException.class)
          .hasMessage("login refused: status 503");
    } finally {
      server.stop(0);
    }
    var text =
        HubXml.text(HubXml.read(seen.get().getBytes(StandardCharsets.UTF_8)).orElseThrow(), "in0");
    return Base64.getDecoder().decode(text);
  }

  @Test
  void aTicketRequestIsRefusedWhenAnyByteOfItsContentIsChanged() throws Exception {
    var certificate = HubKeys.certificate(OURS, PASSWORD);
    var cms = ticketRequest(OURS);
    assertThat(SignedContent.read(cms, certificate))
        .hasValueSatisfying(
            request ->
                assertThat(request)
                    .contains("<service>declarations</service>")
                    .containsPattern("<uniqueId>\\d{1,10}</uniqueId>"));
    var changed =
        new String(cms, StandardCharsets.ISO_8859_1)
            .replace("declarations", "declaratioms")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(changed).isNotEqualTo(cms);
    assertThat(SignedContent.read(changed, certificate)).isEmpty();
    assertThat(SignedContent.read(ticketRequest(ANOTHERS), certificate)).isEmpty();
    assertThat(SignedContent.read(new byte[] {0x30, (byte) 0x84, 1}, certificate)).isEmpty();
  }

  @Test
  void aTicketRequestIsWhatOpensslVerifies(@TempDir Path folder) throws Exception {
    assumeTrue(hasOpenssl(), "openssl is not installed");
    Files.write(folder.resolve("request.cms"), ticketRequest(OURS));
    var process =
        new ProcessBuilder(
                "openssl", "cms", "-verify", "-inform", "DER", "-noverify", "-in", "request.cms")
            .directory(folder.toFile())
            .start();
    var content = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(content).contains("<loginTicketRequest version=\"1.0\">");
  }

  private static boolean hasOpenssl() throws InterruptedException {
    try {
      return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void aCertificateThatHasEndedSignsNothing() {
    var ended = HubKeys.pkcs12("gateway", PASSWORD, Instant.now().minusSeconds(60), false);
    assertThatThrownBy(() -> sent(new Authentication("xml-signature", KEY), "http", ended))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("is not valid now");
    assertThatThrownBy(() -> sent(new Authentication("xml-signature", KEY), "http", "no key"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("env:K")
        .hasMessageNotContaining("no key at all");
  }

  @Test
  void aConnectionWithoutTheCertificateIsCutAndOneToAnotherNameIsNotMade() throws Exception {
    var mutual = new Authentication("mutual-tls", KEY);
    var transport = ConnectionsTest.transport("http", Map.of("trust", "env:T"));
    var push = ConnectionsTest.response("push", Map.of());
    var profile = ConnectionsTest.profile("cu", transport, mutual, push);
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG);
    try (var sandbox = Sandbox.start(options)) {
      var there = HubsTest.at(profile, sandbox);
      assertThat(status(there, sandbox.environment())).isNotEqualTo(0);
      var without =
          ConnectionsTest.profile(
              "cu", there.transport(), new Authentication("none", Map.of()), push);
      assertThatThrownBy(() -> status(without, sandbox.environment()))
          .isInstanceOf(IOException.class);
      var wrong = new java.util.HashMap<>(sandbox.environment());
      wrong.put("K", ANOTHERS);
      wrong.put("KP", PASSWORD);
      assertThatThrownBy(() -> status(there, wrong)).isInstanceOf(IOException.class);
      var untrusted = new java.util.HashMap<>(sandbox.environment());
      untrusted.put("T", certificate(OURS));
      assertThatThrownBy(() -> status(there, untrusted)).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aServerWhoseCertificateNamesAnotherHostIsNotSpokenTo() throws Exception {
    var server =
        com.sun.net.httpserver.HttpsServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.setHttpsConfigurator(
        new com.sun.net.httpserver.HttpsConfigurator(HubKeys.tls(OURS, PASSWORD, null)));
    server.start();
    try {
      var transport =
          new Transport(
              "http",
              "https://127.0.0.1:" + server.getAddress().getPort(),
              "/register",
              "POST",
              Map.of(),
              Duration.ofSeconds(5),
              Map.of("trust", "env:T"));
      var profile =
          ConnectionsTest.profile(
              "cu",
              transport,
              new Authentication("none", Map.of()),
              ConnectionsTest.response("push", Map.of()));
      assertThatThrownBy(() -> status(profile, Map.of("T", certificate(OURS))))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("subject alternative names");
    } finally {
      server.stop(0);
    }
  }

  private static String certificate(String pkcs12) throws Exception {
    return Base64.getEncoder().encodeToString(HubKeys.certificate(pkcs12, PASSWORD).getEncoded());
  }

  private static int status(Profile profile, Map<String, String> environment) throws Exception {
    var connector = Connector.of(profile, new Secrets(environment));
    var call =
        connector.submission("{}".getBytes(StandardCharsets.UTF_8), "application/json", "R", "k");
    try (var http = HttpClient.newBuilder().sslContext(connector.tls().orElseThrow()).build()) {
      var request =
          HttpRequest.newBuilder(call.uri())
              .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
