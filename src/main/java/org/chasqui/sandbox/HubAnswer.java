package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulated hub answers. */
record HubAnswer(int status, Map<String, String> headers, String mediaType, byte[] body) {

  static HubAnswer of(int status, String mediaType, byte[] body) {
    return new HubAnswer(status, Map.of(), mediaType, body);
  }

  static HubAnswer json(int status, String body) {
    return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static HubAnswer empty(int status) {
    return of(status, null, new byte[0]);
  }

  HubAnswer with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new HubAnswer(status, all, mediaType, body);
  }
}
