package org.chasqui.connector;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A call ready to be made, authorisation included. Its headers hold secrets: never log them.
 *
 * @param body the bytes, empty for a query
 * @param timeout of the whole call
 */
public record HttpCall(
    String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {

  /** Names no header: they hold secrets. */
  @Override
  public String toString() {
    return method + " " + uri.getPath() + " (" + body.length + " bytes)";
  }
}
