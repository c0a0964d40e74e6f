package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The declaration service of a post: gives the declarations that it holds to who loads, until their
 * response is stored.
 */
final class CdsPostDesk implements AnswerDesk, DeclarationStore {
  private static final Pattern VIEW = Pattern.compile("(?s)<c:CDSView>.*?</c:CDSView>");
  private static final Pattern ID = Pattern.compile("<c:Id>([^<]*)</c:Id>");

  private final HubFormat format;
  private final Map<String, String> waiting = new LinkedHashMap<>();

  CdsPostDesk(HubFormat format) {
    this.format = format;
  }

  @Override
  public synchronized void offer(byte[] views) {
    var view = VIEW.matcher(new String(views, StandardCharsets.UTF_8));
    while (view.find()) {
      var id = ID.matcher(view.group());
      if (id.find()) {
        waiting.put(id.group(1), view.group());
      }
    }
  }

  @Override
  public synchronized HubAnswer submitted(HubFormat.Batch batch) {
    batch.itemIds().forEach(waiting::remove);
    return format.receipt(batch.protocol());
  }

  @Override
  public synchronized Optional<HubAnswer> asked(HubRequest request) {
    return format.asks(request)
        ? Optional.of(
            HubAnswer.of(200, format.mediaType(), CdsFormat.loaded(List.copyOf(waiting.values()))))
        : Optional.empty();
  }
}
