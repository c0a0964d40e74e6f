package org.chasqui.connector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One way in which a hub says what became of a delivery. Thread-safe. */
interface ResponseStrategy {

  /** What the call that submits a document carries: the document, unless a protocol wraps it. */
  default Frame submission(byte[] document, String mediaType) throws ConnectorException {
    return Frame.plain(document, mediaType);
  }

  /** What a poll carries where it is more than a path; empty for a GET. */
  default Optional<Frame> poll(String protocol, List<String> itemIds) throws ConnectorException {
    return Optional.empty();
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

  /** Path of the poll below the hub's address; a strategy that does not poll has none. */
  default String pollPath(String protocol, List<String> itemIds, Lookup lookup)
      throws IOException, ConnectorException {
    throw new UnsupportedOperationException("this response strategy does not poll");
  }

  /**
   * Meaning of a successful answer to a poll, its body known to be well formed.
   *
   * @param protocol of the poll, as {@link Reading.Submitted} gave it, or null
   */
  default Reading polled(String protocol, HttpAnswer answer, AnswerBody body) {
    throw new UnsupportedOperationException("this response strategy does not poll");
  }
}
