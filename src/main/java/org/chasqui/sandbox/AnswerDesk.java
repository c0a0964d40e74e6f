package org.chasqui.sandbox;

import java.util.Optional;

/** Answers submissions and questions as one response strategy wants it. Thread-safe. */
interface AnswerDesk {

  /** The answer to a document that was taken in. */
  HubAnswer submitted(HubFormat.Batch batch);

  /** The answer to a question; empty when the call is none that this desk knows. */
  default Optional<HubAnswer> asked(HubRequest request) {
    return Optional.empty();
  }

  /** From which step on the decisions on an item are pushed; none by a desk that is asked. */
  default boolean pushes(Ruling ruling, long receivedAt) {
    return false;
  }
}
