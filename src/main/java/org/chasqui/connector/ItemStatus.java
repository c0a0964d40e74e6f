package org.chasqui.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The submission is only acknowledged; the status is asked for by item. */
final class ItemStatus implements Polled {
  private final Settings settings;
  private final String statusPath;
  private final AtomicInteger turn = new AtomicInteger();

  ItemStatus(Settings settings) {
    this.settings = settings;
    this.statusPath = settings.required("statusPath");
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return new Reading.Submitted("");
  }

  @Override
  public Question question(String protocol, List<String> itemIds, Lookup lookup) {
    var items = String.join(",", itemIds);
    var path = statusPath.replace("{items}", URLEncoder.encode(items, StandardCharsets.UTF_8));
    var item = itemIds.get(Math.floorMod(turn.getAndIncrement(), itemIds.size()));
    return Question.ByBody.of(settings, path, Map.of("items", items, "item", item));
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
