package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Secrets;
import org.chasqui.profile.Authentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encrypted for a service is read by that service alone, as it was signed. */
class EncryptedEnvelopeTest {
  private static final String PASSWORD = "of the key";
  private static final String OURS = HubKeys.pkcs12("gateway", PASSWORD);
  private static final String SERVICE = HubKeys.ofServer("service", "");
  private static final String ANOTHER = HubKeys.ofServer("service", "");
  private static final String DOCUMENT = "<d xmlns=\"urn:d\"><name>Peña &amp; Añez</name></d>";
  private static final Authentication SIGNATURE =
      new Authentication("wss-signature", Map.of("key", "env:K", "keyPassword", "env:KP"));

  private static Authentication encryption(String cipher) {
    return new Authentication("wss-encryption", Map.of("certificate", "env:C", "cipher", cipher));
  }

  private static byte[] sent(String service, Authentication... proofs) throws Exception {
    var profile =
        ConnectionsTest.profile(
            "pe",
            ConnectionsTest.transport(
                "soap", Map.of("body", "<r:x xmlns:r='urn:x'>{document}</r:x>")),
            new Authentication(
                proofs[0].module(),
                proofs[0].settings(),
                List.of(proofs).subList(1, proofs.length)),
            ConnectionsTest.response("push", Map.of()));
    var certificate = HubKeys.certificate(service, "").getEncoded();
    var secrets =
        Map.of("K", OURS, "KP", PASSWORD, "C", Base64.getEncoder().encodeToString(certificate));
    return Connector.of(profile, new Secrets(secrets))
        .submission(DOCUMENT.getBytes(StandardCharsets.UTF_8), "application/xml", "R", "k")
        .body();
  }

  private static HubGate gate(String service, String cipher) {
    return new HubGates(
        List.of(
            new EnvelopeSignatureGate(HubKeys.certificate(OURS, PASSWORD)),
            new EnvelopeEncryptionGate(Map.of("certificate", service, "cipher", cipher))));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What a hub reads; empty when it lets it not in. */
  private static Optional<String> read(HubGate gate, String envelope) {
    var bytes = envelope.getBytes(StandardCharsets.UTF_8);
    return gate.reveal(new HubRequest("POST", "/register", name -> null, bytes))
        .filter(revealed -> gate.refuse(revealed).isEmpty())
        .map(revealed -> text(revealed.body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes256-gcm", "aes128-gcm", "aes256-cbc", "aes128-cbc"})
  void anEnvelopeIsReadByItsServiceAloneAndOnlyAsItWasSent(String cipher) throws Exception {
    var gate = gate(SERVICE, cipher);
    var sent = text(sent(SERVICE, SIGNATURE, encryption(cipher)));
    assertThat(sent).doesNotContain("Peña", "urn:d", "urn:x").contains("#" + cipher);
    assertThat(read(gate, sent)).hasValueSatisfying(read -> assertThat(read).contains("Peña"));

    assertThat(read(gate(ANOTHER, cipher), sent)).isEmpty();
    assertThat(read(gate, text(sent(ANOTHER, SIGNATURE, encryption(cipher))))).isEmpty();
    assertThat(read(gate, text(sent(SERVICE, SIGNATURE)))).as("plain").isEmpty();
    assertThat(read(gate, text(sent(SERVICE, encryption(cipher))))).as("not signed").isEmpty();
    int inside = sent.lastIndexOf("CipherValue>", sent.length() - 200) + 60;
    for (int at : List.of(sent.indexOf("CipherValue>") + 60, inside)) {
      var changed = sent.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(read(gate, sent.substring(0, at) + changed + sent.substring(at + 1))).isEmpty();
    }
    assertThat(read(gate, sent.replace("</soap:Body>", "<more/></soap:Body>"))).isEmpty();
    var other = cipher.equals("aes256-gcm") ? "aes128-gcm" : "aes256-gcm";
    assertThat(read(gate(SERVICE, other), sent)).as("a cipher that is not wanted").isEmpty();
  }

  @Test
  void eachEnvelopeHasAKeyOfItsOwn() throws Exception {
    var once = text(sent(SERVICE, SIGNATURE, encryption("aes256-gcm")));
    var again = text(sent(SERVICE, SIGNATURE, encryption("aes256-gcm")));
    assertThat(key(once)).isNotEqualTo(key(again));
  }

  private static String key(String envelope) {
    int at = envelope.indexOf("CipherValue>");
    return envelope.substring(at, envelope.indexOf("<", at));
  }

  /** WSS4J is what a service of CXF reads with. */
  @ParameterizedTest
  @ValueSource(strings = {"aes256-gcm", "aes128-cbc"})
  void aServiceOfWss4jDecryptsAndVerifiesIt(String cipher) throws Exception {
    var envelope = HubXml.read(sent(SERVICE, SIGNATURE, encryption(cipher))).orElseThrow();
    CallbackHandler password = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword("");
    var signer = store();
    signer.setCertificateEntry("gateway", HubKeys.certificate(OURS, PASSWORD));
    var own = store();
    own.setKeyEntry(
        "service",
        HubKeys.privateKey(SERVICE, ""),
        new char[0],
        new Certificate[] {HubKeys.certificate(SERVICE, "")});
    var results =
        new WSSecurityEngine()
            .processSecurityHeader(envelope, null, password, crypto(signer), crypto(own));
    assertThat(results.getResults()).hasSize(4); // key, token, signature, timestamp
    assertThat(text(HubXml.write(envelope))).contains("Peña");
  }

  private static KeyStore store() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Merlin crypto(KeyStore store) {
    var crypto = new Merlin();
    crypto.setKeyStore(store);
    crypto.setTrustStore(store);
    return crypto;
  }

  @Test
  void nothingIsEncryptedForACertificateThatHasEndedOrIsNone() {
    var ended = HubKeys.pkcs12("service", "", Instant.now().minusSeconds(60), false);
    assertThatThrownBy(() -> sent(ended, SIGNATURE, encryption("aes256-gcm")))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("the certificate env:C is not valid now or not readable");
  }

  @Test
  void theShippedServiceOfParaguayTakesNoPlainEnvelope() throws Exception {
    var profile = Region.profile("py");
    try (var sandbox = Sandbox.start(SandboxOptions.of(List.of(profile), Region.CONFIG))) {
      var there = HubsTest.at(profile, sandbox);
      var plain =
          new Authentication(
              there.authentication().module(),
              there.authentication().settings(),
              there.authentication().also().stream()
                  .filter(module -> !module.module().equals("wss-encryption"))
                  .toList());
      assertThat(plain.all()).hasSize(there.authentication().all().size() - 1);
      var environment = new HashMap<>(sandbox.environment());
      var changed =
          HubsTest.reached(there, there.format(), there.transport(), plain, there.response());
      assertThat(ShippedSignaturesTest.answered(changed, environment))
          .contains("FailedAuthentication");
      assertThat(sandbox.hub("py").counters().items()).isZero();
    }
  }
}
