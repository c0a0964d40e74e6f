package org.chasqui.connector;

import java.util.Map;

/** What a protocol puts around documents on their way, and takes off answers. Thread-safe. */
interface Wrapping {

  /** A document on its way, in what the protocol wants around it. */
  Frame submission(Frame document, Map<String, String> values);

  /** A question in what the protocol wants around it. */
  Frame question(Question.ByBody question, Map<String, String> values);

  /**
   * The document in an answer.
   *
   * @param polled whether it answers a question
   */
  Content content(HttpAnswer answer, boolean polled);

  /** What stands in an answer: a document, or already what it means. */
  sealed interface Content {

    /** The document as if it had come alone. */
    record Document(HttpAnswer answer) implements Content {}

    /** A fault of the protocol. */
    record Fault(Reading reading) implements Content {}
  }

  /** Documents go and come as they are. */
  final class None implements Wrapping {
    @Override
    public Frame submission(Frame document, Map<String, String> values) {
      return document;
    }

    @Override
    public Frame question(Question.ByBody question, Map<String, String> values) {
      throw new IllegalArgumentException("pollBody is for the transport soap");
    }

    @Override
    public Content content(HttpAnswer answer, boolean polled) {
      return new Content.Document(answer);
    }
  }
}
