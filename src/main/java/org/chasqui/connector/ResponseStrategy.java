package org.chasqui.connector;

import java.util.Optional;

/**
 * One way in which a hub says what became of a delivery: it is asked ({@link Polled}), or it says
 * so by itself, at once or later ({@link Unpolled}). Thread-safe.
 */
sealed interface ResponseStrategy permits Polled, Unpolled {

  /** What the call that submits a document carries: the document, unless a protocol wraps it. */
  default Frame submission(byte[] document, String mediaType) throws ConnectorException {
    return Frame.plain(document, mediaType);
  }

  /** What a call for documents carries that wait at the partner; empty where none do. */
  default Optional<Frame> load() throws ConnectorException {
    return Optional.empty();
  }

  /** Meaning of an answer that is not 2xx, where the protocol says more than its status. */
  default Optional<Reading> failed(HttpAnswer answer, AnswerBody body) {
    return Optional.empty();
  }

  /** Meaning of a successful (2xx) answer to a submission, its body known to be well formed. */
  Reading submitted(HttpAnswer answer, AnswerBody body);
}
