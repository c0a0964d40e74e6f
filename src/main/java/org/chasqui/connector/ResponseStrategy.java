package org.chasqui.connector;

import java.io.IOException;
import java.util.List;

/** One way in which a hub says what became of a delivery. Thread-safe. */
interface ResponseStrategy {

  /** Meaning of a successful (2xx) answer to a submission, its body known to be well formed. */
  Reading submitted(HttpAnswer answer, AnswerBody body);

  /** Path of the poll below the hub's address; a strategy that does not poll has none. */
  default String pollPath(String protocol, List<String> itemIds, Lookup lookup)
      throws IOException, ConnectorException {
    throw new UnsupportedOperationException("this response strategy does not poll");
  }

  /** Meaning of a successful answer to a poll, its body known to be well formed. */
  default Reading polled(HttpAnswer answer, AnswerBody body) {
    throw new UnsupportedOperationException("this response strategy does not poll");
  }
}
