package org.chasqui.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The submission is only acknowledged; the status is asked for by item. */
final class ItemStatus implements ResponseStrategy {
  private final String statusPath;

  ItemStatus(Settings settings) {
    this.statusPath = settings.required("statusPath");
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return new Reading.Submitted("");
  }

  @Override
  public String pollPath(String protocol, List<String> itemIds, Lookup lookup) {
    var items = URLEncoder.encode(String.join(",", itemIds), StandardCharsets.UTF_8);
    return statusPath.replace("{items}", items);
  }

  @Override
  public Reading polled(String protocol, HttpAnswer answer, AnswerBody body) {
    return body instanceof AnswerBody.Nothing || isEmpty(body)
        ? new Reading.StillWaiting()
        : Decisions.in(answer, body);
  }

  private static boolean isEmpty(AnswerBody body) {
    return switch (body) {
      case AnswerBody.Nothing nothing -> true;
      case AnswerBody.Json json -> json.root().isEmpty();
      case AnswerBody.Xml xml -> !xml.document().getDocumentElement().hasChildNodes();
    };
  }
}
