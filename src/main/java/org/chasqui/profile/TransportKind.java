package org.chasqui.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The ways in which a document can reach a party, each with its settings. */
enum TransportKind {
  /** The document is the body of a call. */
  HTTP("http", true, Set.of(), Set.of("trust")),
  /**
   * The document stands in the body of a SOAP envelope as {@code body} shows; {@code answer} shows
   * the same for what comes back.
   */
  SOAP("soap", true, Set.of("body"), Set.of("version", "action", "answer", "addressing", "trust")),
  /** A file on a server; {@code path} is the folder. */
  SFTP("sftp", true, Set.of("knownHosts"), Set.of("fileName")),
  /** A file in a folder of this machine, or mounted here. */
  FOLDER("folder", true, Set.of(), Set.of("fileName")),
  /** The party fetches. */
  OUTBOX("outbox", false, Set.of(), Set.of());

  private final String token;
  private final boolean reaches;
  private final Set<String> required;
  private final Set<String> optional;

  TransportKind(String token, boolean reaches, Set<String> required, Set<String> optional) {
    this.token = token;
    this.reaches = reaches;
    this.required = required;
    this.optional = optional;
  }

  /** Name in profiles. */
  String token() {
    return token;
  }

  /** True when the gateway goes to the party, so that address, authentication and answers count. */
  boolean reaches() {
    return reaches;
  }

  /** True when it is a call over HTTP. */
  boolean calls() {
    return this == HTTP || this == SOAP;
  }

  /** Settings that must be given. */
  Set<String> required() {
    return required;
  }

  /** Settings that may be given. */
  Set<String> optional() {
    return optional;
  }

  /** The transport with a name. */
  static Optional<TransportKind> of(String token) {
    return Arrays.stream(values()).filter(kind -> kind.token.equals(token)).findFirst();
  }
}
