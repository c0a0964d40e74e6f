package org.chasqui.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back of a call.
 *
 * @param headers as they came; names in any case
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

  /** An absent body is an empty one. */
  public HttpAnswer {
    body = body == null ? new byte[0] : body;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  /** True for 200 to 299. */
  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Names no header and no body: they hold secrets and personal data. */
  @Override
  public String toString() {
    return "status " + status + " (" + body.length + " bytes)";
  }
}
