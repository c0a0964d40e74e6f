package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.chasqui.profile.Authentication;

/** Checks who calls a simulated hub, by the authentication module of the profile. Thread-safe. */
interface HubGate {

  /** The answer to a login; empty when the call is none. */
  default Optional<HubAnswer> login(HubRequest request) {
    return Optional.empty();
  }

  /** A call as it reads when it is decrypted; empty when it is not encrypted as it must be. */
  default Optional<HubRequest> reveal(HubRequest request) {
    return Optional.of(request);
  }

  /** Why a call is not let in; empty when it is. */
  Optional<HubAnswer> refuse(HubRequest request);

  /** Adds to every answer what the session needs. */
  default HubAnswer seal(HubAnswer answer) {
    return answer;
  }

  /** Why a document is not taken, though the call that brought it was let in. */
  default Optional<HubAnswer> refuseDocument(HubRequest document) {
    return Optional.empty();
  }

  /** The gates that a profile describes, one behind the other. */
  static HubGate of(String party, Authentication profile, HubSecrets secrets, Course course) {
    var gates =
        profile.all().stream()
            .map(module -> one(module.module(), secrets.settings(party, module), course))
            .toList();
    return gates.size() == 1 ? gates.getFirst() : new HubGates(gates);
  }

  private static HubGate one(String module, Map<String, String> settings, Course course) {
    return switch (module) {
      // who has no key does not get past the handshake
      case "none", "mutual-tls", "ssh" -> request -> Optional.empty();
      case "cds-token" -> inBody(settings.get("token"));
      case "api-token" -> apiToken(settings);
      case "basic" ->
          header("Authorization", basic(settings.get("user"), settings.get("password")));
      case "oauth2-client", "oauth2-password" -> new OAuthGate(module, settings);
      case "session-csrf" -> new SessionGate(settings, course);
      case "login-ticket" -> new TicketGate(settings, client(settings), course);
      case "wss-username" -> new UsernameGate(settings);
      case "wss-signature" -> new EnvelopeSignatureGate(client(settings));
      case "wss-encryption" -> new EnvelopeEncryptionGate(settings);
      case "chain-signature" -> new ChainSignatureGate(settings, client(settings));
      case "xml-signature" -> new DocumentSignatureGate(client(settings));
      default -> throw new IllegalArgumentException("no hub knows authentication " + module);
    };
  }

  /** The certificate of the gateway. */
  static X509Certificate client(Map<String, String> settings) {
    return HubKeys.certificate(settings.get("key"), settings.getOrDefault("keyPassword", ""));
  }

  /** A token that stands in each call, as {@code token} or {@code securityToken}. */
  private static HubGate inBody(String token) {
    var name = "oken>" + token + "</";
    return request ->
        new String(request.body(), StandardCharsets.UTF_8).contains(name)
            ? Optional.empty()
            : Optional.of(unauthorized());
  }

  private static HubGate apiToken(Map<String, String> settings) {
    var name = settings.getOrDefault("header", "Authorization");
    var token = settings.get("token");
    return header(name, name.equalsIgnoreCase("Authorization") ? "Bearer " + token : token);
  }

  private static HubGate header(String name, String value) {
    return request ->
        value.equals(request.header(name)) ? Optional.empty() : Optional.of(unauthorized());
  }

  /** The header value of HTTP Basic. */
  static String basic(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static HubAnswer unauthorized() {
    return HubAnswer.json(401, "{\"title\":\"Unauthorized\",\"status\":401}");
  }
}
