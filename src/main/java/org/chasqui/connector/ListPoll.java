package org.chasqui.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The hub lists what it has decided; the details are fetched by what the list names. The list is
 * JSON: ids, or objects with an {@code id}, at the root or in {@code listPointer}; or XML: an
 * answer with the element {@code listElement} (a local name), whose ids are the texts at {@code
 * listPointer}, an XPath. {@code {items}} and {@code {protocol}} may stand in {@code listPath};
 * {@code {id}} in {@code detailPath} becomes all listed ids, parted by commas.
 */
final class ListPoll implements Polled {
  private final String listPath;
  private final String detailPath;
  private final String listPointer;
  private final String listElement;

  ListPoll(Settings settings) {
    this.listPath = settings.required("listPath");
    this.detailPath = settings.required("detailPath");
    this.listPointer = settings.get("listPointer", "/answers");
    this.listElement = settings.get("listElement", null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return new Reading.Submitted("");
  }

  @Override
  public Question question(String protocol, List<String> itemIds, Lookup lookup)
      throws IOException, ConnectorException {
    var path =
        listPath
            .replace("{items}", encode(String.join(",", itemIds)))
            .replace("{protocol}", encode(protocol == null ? "" : protocol));
    var list = lookup.get(path);
    var listed = list.isSuccess() ? listed(AnswerBody.of(list.body()).orElse(null)) : null;
    // without details to fetch, the call is the list once more: its answer says why
    return new Question.ByPath(
        listed == null || listed.isEmpty()
            ? path
            : detailPath.replace("{id}", encode(String.join(",", listed))));
  }

  @Override
  public Reading polled(String protocol, HttpAnswer answer, AnswerBody body) {
    return body instanceof AnswerBody.Nothing || listed(body) != null
        ? new Reading.StillWaiting()
        : Decisions.in(answer, body);
  }

  /** The ids of a list; null when the body is no list. */
  private List<String> listed(AnswerBody body) {
    if (body instanceof AnswerBody.Xml xml) {
      return listElement != null && xml.has(listElement) ? xml.all(listPointer) : null;
    }
    if (!(body instanceof AnswerBody.Json json)) {
      return null;
    }
    var list = json.root().isArray() ? json.root() : json.root().at(listPointer);
    if (!list.isArray()) {
      return null;
    }
    var ids = new ArrayList<String>();
    for (var entry : list) {
      var id = entry.isTextual() ? entry : onlyId(entry);
      if (!id.isTextual()) {
        return null;
      }
      ids.add(id.asText());
    }
    return ids;
  }

  /** The id of a list entry; an object with data is a decision, not an entry. */
  private static JsonNode onlyId(JsonNode entry) {
    return entry.has("data") ? entry.path("") : entry.path("id");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
