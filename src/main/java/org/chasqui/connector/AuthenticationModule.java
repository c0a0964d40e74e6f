package org.chasqui.connector;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * One way of proving who the gateway is. A proof may stand in the headers of a call, in the
 * document that it carries, in the envelope around the document, in values that the envelope
 * repeats, or in the connection. Thread-safe.
 */
interface AuthenticationModule {

  /** Adds to the headers of a call what proves who we are; logs in first when needed. */
  default void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    // most proofs stand elsewhere
  }

  /** The document with a signature of its own in it. */
  default byte[] sign(byte[] document) throws ConnectorException {
    return document;
  }

  /** True when {@link #seal} adds something. */
  default boolean seals() {
    return false;
  }

  /** Adds to the header of a SOAP envelope what proves who we are. */
  default void seal(Document envelope) throws ConnectorException {
    // most proofs stand elsewhere
  }

  /** Values by the names under which a body may repeat them: {@code token}, {@code sign}. */
  default Map<String, String> values() throws IOException, ConnectorException {
    return Map.of();
  }

  /** The key that proves who we are while the connection is made. */
  default Optional<KeyReference> key() {
    return Optional.empty();
  }

  /**
   * Sees every answer: renews or drops what the next call proves itself with.
   *
   * @return true when this answer refused the proof and the next call will bear another
   */
  default boolean observe(HttpAnswer answer) {
    return false;
  }

  /** The call that was authorised last got no answer. */
  default void unanswered() {}

  /** Needs no proof, or one that stands elsewhere. */
  record None() implements AuthenticationModule {}

  /** Proves itself in the TLS handshake (RFC 8446 §4.4.2). */
  record ClientCertificate(KeyReference reference) implements AuthenticationModule {
    @Override
    public Optional<KeyReference> key() {
      return Optional.of(reference);
    }
  }
}
