package org.chasqui.connector;

/** The hub takes the document in and calls our door when it has decided. */
final class Push implements Unpolled {
  private final String referencePointer;

  Push(Settings settings) {
    this.referencePointer = settings.get("referencePointer", null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return new Reading.AwaitPush(
        referencePointer == null ? null : body.at(referencePointer).orElse(null));
  }
}
