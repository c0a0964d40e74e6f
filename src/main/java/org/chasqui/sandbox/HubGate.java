package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
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

  /** Why a call is not let in; empty when it is. */
  Optional<HubAnswer> refuse(HubRequest request);

  /** Adds to every answer what the session needs. */
  default HubAnswer seal(HubAnswer answer) {
    return answer;
  }

  /** The gate that a profile describes, its secrets resolved. */
  static HubGate of(Authentication profile, Map<String, String> settings, Course course) {
    return switch (profile.module()) {
      case "none" -> request -> Optional.empty();
      case "cds-token" -> inBody(settings.get("token"));
      case "api-token" -> apiToken(settings);
      case "basic" ->
          header("Authorization", basic(settings.get("user"), settings.get("password")));
      case "oauth2-client", "oauth2-password" -> new OAuthGate(profile.module(), settings);
      case "session-csrf" -> new SessionGate(settings, course);
      default ->
          throw new IllegalArgumentException("no hub knows authentication " + profile.module());
    };
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
