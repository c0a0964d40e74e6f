package org.chasqui.connector;

/** The decisions stand in the answer to the submission. */
final class Synchronous implements Unpolled {
  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return body instanceof AnswerBody.Nothing
        ? new Reading.TryAgain("the answer is empty", null)
        : Decisions.in(answer, body);
  }
}
