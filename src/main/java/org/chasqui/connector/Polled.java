package org.chasqui.connector;

import java.io.IOException;
import java.util.List;

/** The hub is asked what became of a delivery until it has decided. */
non-sealed interface Polled extends ResponseStrategy {

  /**
   * The next question.
   *
   * @param protocol that the submission returned, or null when it returns none
   * @param itemIds of the delivery that are not decided yet
   */
  Question question(String protocol, List<String> itemIds, Lookup lookup)
      throws IOException, ConnectorException;

  /**
   * Meaning of a successful answer to a poll, its body known to be well formed.
   *
   * @param protocol that the question was made with, or null
   */
  Reading polled(String protocol, HttpAnswer answer, AnswerBody body);
}
