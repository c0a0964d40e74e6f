package org.chasqui.console;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param body the bytes; empty when there is a stream
 * @param stream a body too large for memory, which the server closes; mostly null
 */
public record ApiResponse(
    int status, Map<String, String> headers, byte[] body, InputStream stream) {

  /** Copies the headers in their order. */
  public ApiResponse {
    headers = new LinkedHashMap<>(headers);
    body = body == null ? new byte[0] : body;
  }

  /** With a body in memory. */
  public ApiResponse(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, null);
  }

  /** What the server sends: the stream where there is one, else the bytes. */
  public Object content() {
    return stream == null ? body : stream;
  }

  /** The same with one header more. */
  public ApiResponse with(String header, String value) {
    var copy = new LinkedHashMap<>(headers);
    copy.put(header, value);
    return new ApiResponse(status, copy, body, stream);
  }

  /** The same with {@code Retry-After} in whole seconds, at least 1. */
  public ApiResponse retryAfter(Duration pause) {
    return with("Retry-After", Long.toString(Math.max(1, pause.plusMillis(999).toSeconds())));
  }

  /** An answer with a text or JSON body in UTF-8. */
  public static ApiResponse text(int status, String mediaType, String body) {
    return of(status, mediaType, body.getBytes(StandardCharsets.UTF_8));
  }

  static ApiResponse of(int status, String mediaType, byte[] body) {
    return new ApiResponse(status, Map.of("Content-Type", mediaType), body);
  }

  static ApiResponse of(int status, String mediaType, InputStream body) {
    return new ApiResponse(status, Map.of("Content-Type", mediaType), null, body);
  }

  static ApiResponse seeOther(String location) {
    return new ApiResponse(303, Map.of("Location", location), null);
  }

  static ApiResponse noContent() {
    return new ApiResponse(204, Map.of(), null);
  }
}
