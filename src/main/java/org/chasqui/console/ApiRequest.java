package org.chasqui.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request, read whole.
 *
 * @param path as sent, without query, percent-encoding kept
 * @param query decoded parameters
 * @param headers by name; the case of names does not matter
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** Makes the names of headers case-insensitive and absent parts empty. */
  public ApiRequest {
    method = method.toUpperCase(Locale.ROOT);
    query = query == null ? Map.of() : query;
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    if (headers != null) {
      headers.forEach((name, values) -> byName.put(name, List.copyOf(values)));
    }
    headers = byName;
    body = body == null ? new byte[0] : body;
  }

  /** First value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** First value of a query parameter that is not blank. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).findFirst();
  }
}
