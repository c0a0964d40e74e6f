package org.chasqui.connector;

import java.util.List;

/** Reads an answer that holds decisions: the document goes on as it came. */
final class Decisions {
  private Decisions() {}

  static Reading.Answered in(HttpAnswer answer, AnswerBody body) {
    var mediaType = answer.header("Content-Type").orElseGet(() -> mediaTypeOf(body));
    // in XML an Error stands inside the decision, where the codec reads it
    var refused =
        body instanceof AnswerBody.Json
            ? PartnerErrors.items(PartnerErrors.in(body))
            : List.<ItemAnswer>of();
    return new Reading.Answered(answer.body(), mediaType, refused);
  }

  private static String mediaTypeOf(AnswerBody body) {
    return body instanceof AnswerBody.Xml ? "application/xml" : "application/json";
  }
}
