package org.chasqui.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A call that a simulated hub received.
 *
 * @param target path and query as they came
 * @param headers first value by name, in any case
 */
record HubRequest(String method, String target, UnaryOperator<String> headers, byte[] body) {

  /** First value of a header, or null. */
  String header(String name) {
    return headers.apply(name);
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The fields of a form body. */
  Map<String, String> form() {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
