package org.chasqui.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways in which the gateway can prove who it is, each with its settings. */
enum AuthenticationKind {
  NONE("none", Set.of(), Set.of(), Set.of()),
  /** A fixed token in a header; {@code header} is {@code Authorization} unless set. */
  API_TOKEN("api-token", Set.of("token"), Set.of("header"), Set.of("token")),
  /** HTTP Basic (RFC 7617). */
  BASIC("basic", Set.of("user", "password"), Set.of(), Set.of("password")),
  /** OAuth 2.0 client credentials grant (RFC 6749 §4.4); {@code issuer} instead of the path. */
  OAUTH2_CLIENT(
      "oauth2-client",
      Set.of("clientId", "clientSecret"),
      Set.of("tokenPath", "issuer", "scope"),
      Set.of("clientSecret")),
  /** OAuth 2.0 password grant (RFC 6749 §4.3); {@code issuer} instead of the path. */
  OAUTH2_PASSWORD(
      "oauth2-password",
      Set.of("clientId", "user", "password"),
      Set.of("tokenPath", "issuer"),
      Set.of("password")),
  /**
   * A login that returns a session token and a CSRF token which each answer renews; without client
   * and secret where a certificate proves who logs in.
   */
  SESSION_CSRF(
      "session-csrf",
      Set.of("loginPath", "roleType"),
      Set.of("clientId", "clientSecret", "reloginPause"),
      Set.of("clientSecret")),
  /** A token and a user code that stand in each call of the customs declaration service. */
  CDS_TOKEN("cds-token", Set.of("token"), Set.of("user"), Set.of("token")),
  /** A client certificate in the TLS handshake. */
  MUTUAL_TLS("mutual-tls", Set.of("key"), Set.of("keyPassword"), Set.of("key", "keyPassword")),
  /**
   * A ticket for a request signed with CMS; token and sign stand in the body where the transport
   * says so, or in two headers.
   */
  LOGIN_TICKET(
      "login-ticket",
      Set.of("loginPath", "service", "namespace", "key"),
      Set.of("keyPassword", "parameter", "destination", "tokenHeader", "signHeader"),
      Set.of("key", "keyPassword")),
  /** WS-Security UsernameToken; {@code passwordType} is {@code text} or {@code digest}. */
  WSS_USERNAME(
      "wss-username", Set.of("user", "password"), Set.of("passwordType"), Set.of("password")),
  /** WS-Security signature over body and timestamp. */
  WSS_SIGNATURE(
      "wss-signature",
      Set.of("key"),
      Set.of("keyPassword", "algorithm", "life"),
      Set.of("key", "keyPassword")),
  /**
   * WS-Security encryption of the body for the {@code certificate} of the service; {@code cipher}
   * is {@code aes256-gcm} unless set. It comes last.
   */
  WSS_ENCRYPTION("wss-encryption", Set.of("certificate"), Set.of("cipher"), Set.of("certificate")),
  /** An XML signature in the document. */
  XML_SIGNATURE(
      "xml-signature",
      Set.of("key"),
      Set.of("keyPassword", "algorithm"),
      Set.of("key", "keyPassword")),
  /**
   * A signature over values of the document parted by {@code |}, in the {@code element} of the body
   * that stands ready for it; {@code parts} names the three elements in it: certificate, chain and
   * signature.
   */
  CHAIN_SIGNATURE(
      "chain-signature",
      Set.of("key", "element", "parts"),
      Set.of("keyPassword", "algorithm"),
      Set.of("key", "keyPassword")),
  /** A user of an SFTP server with a password or a key. */
  SSH(
      "ssh",
      Set.of("user"),
      Set.of("password", "key", "keyPassword"),
      Set.of("password", "key", "keyPassword"));

  private static final List<String> ALGORITHMS = List.of("rsa-sha256", "rsa-sha1");
  private static final List<String> CIPHERS =
      List.of("aes256-gcm", "aes128-gcm", "aes256-cbc", "aes128-cbc");
  private static final String PARTS_RULE = "must be three names of elements, parted by blanks";
  private static final List<String> PASSWORD_TYPES = List.of("text", "digest");

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

  /** True when the proof can be given over a transport. */
  boolean fits(TransportKind transport) {
    return switch (this) {
      case NONE -> transport != TransportKind.SFTP;
      case SSH -> transport == TransportKind.SFTP;
      case WSS_USERNAME, WSS_SIGNATURE, WSS_ENCRYPTION, CHAIN_SIGNATURE ->
          transport == TransportKind.SOAP;
      case XML_SIGNATURE -> true;
      default -> transport.calls();
    };
  }

  /** True when it proves who calls by headers or the connection, with any body. */
  boolean isBesideBody() {
    return switch (this) {
      case CDS_TOKEN,
          LOGIN_TICKET,
          WSS_USERNAME,
          WSS_SIGNATURE,
          WSS_ENCRYPTION,
          XML_SIGNATURE,
          CHAIN_SIGNATURE,
          SSH ->
          false;
      default -> true;
    };
  }

  /** Tells what is wrong with the values of settings. */
  void check(Section settings) {
    optional(settings, "algorithm", ALGORITHMS);
    optional(settings, "passwordType", PASSWORD_TYPES);
    optional(settings, "cipher", CIPHERS);
    if (settings.has("parts")) {
      settings.value("parts", null, PARTS_RULE, AuthenticationKind::parts);
    }
    if (settings.has("life")) {
      settings.value("life", null, Values.DURATION_RULE, Values::duration);
    }
    if (optional.contains("issuer") && settings.has("issuer") == settings.has("tokenPath")) {
      settings.fault("", "must hold either tokenPath or issuer", null);
    }
    if (this == SESSION_CSRF && settings.has("clientId") != settings.has("clientSecret")) {
      settings.fault("", "must hold clientId and clientSecret, or neither", null);
    }
    if (this == LOGIN_TICKET && settings.has("tokenHeader") != settings.has("signHeader")) {
      settings.fault("", "must hold tokenHeader and signHeader, or neither", null);
    }
    if (this == SSH && settings.has("password") == settings.has("key")) {
      settings.fault("", "must hold either password or key", null);
    }
  }

  private static String parts(String text) {
    if (text.strip().split("\\s+").length != 3) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static void optional(Section settings, String key, List<String> allowed) {
    if (settings.has(key)) {
      settings.value(key, null, Values.oneOf(allowed), text -> Values.member(allowed, text));
    }
  }

  /** The module with a name. */
  static Optional<AuthenticationKind> of(String token) {
    return Arrays.stream(values()).filter(module -> module.token.equals(token)).findFirst();
  }
}
