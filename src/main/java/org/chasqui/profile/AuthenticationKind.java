package org.chasqui.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The ways in which the gateway can prove who it is, each with its settings. */
enum AuthenticationKind {
  NONE("none", Set.of(), Set.of(), Set.of()),
  /** A fixed token in a header; {@code header} is {@code Authorization} unless set. */
  API_TOKEN("api-token", Set.of("token"), Set.of("header"), Set.of("token")),
  /** HTTP Basic (RFC 7617). */
  BASIC("basic", Set.of("user", "password"), Set.of(), Set.of("password")),
  /** OAuth 2.0 client credentials grant (RFC 6749 §4.4). */
  OAUTH2_CLIENT(
      "oauth2-client",
      Set.of("tokenPath", "clientId", "clientSecret"),
      Set.of("scope"),
      Set.of("clientSecret")),
  /** OAuth 2.0 password grant (RFC 6749 §4.3). */
  OAUTH2_PASSWORD(
      "oauth2-password",
      Set.of("tokenPath", "clientId", "user", "password"),
      Set.of(),
      Set.of("password")),
  /** A login that returns a session token and a CSRF token which each answer renews. */
  SESSION_CSRF(
      "session-csrf",
      Set.of("loginPath", "clientId", "clientSecret", "roleType"),
      Set.of("reloginPause"),
      Set.of("clientSecret")),
  /** A token and a user code that stand in each call of the customs declaration service. */
  CDS_TOKEN("cds-token", Set.of("token"), Set.of("user"), Set.of("token"));

  private final String token;
  private final Set<String> required;
  private final Set<String> optional;
  private final Set<String> secrets;

  AuthenticationKind(
      String token, Set<String> required, Set<String> optional, Set<String> secrets) {
    this.token = token;
    this.required = required;
    this.optional = optional;
    this.secrets = secrets;
  }

  /** Name in profiles. */
  String token() {
    return token;
  }

  /** Settings that must be given. */
  Set<String> required() {
    return required;
  }

  /** Settings that may be given. */
  Set<String> optional() {
    return optional;
  }

  /** Settings that must be references to a secret, never the secret. */
  Set<String> secrets() {
    return secrets;
  }

  /** The module with a name. */
  static Optional<AuthenticationKind> of(String token) {
    return Arrays.stream(values()).filter(module -> module.token.equals(token)).findFirst();
  }
}
