package org.chasqui.flow;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.chasqui.console.Api;
import org.chasqui.console.ApiRequest;
import org.chasqui.console.ApiResponse;
import org.chasqui.console.ProblemDetails;

/** Carries the calls of the API and of the console between Camel and {@link Api}. */
public final class ApiDoor {
  private static final int MOST_BODY = 1 << 20;

  private final Api api;

  ApiDoor(Api api) {
    this.api = api;
  }

  /** Body: the Vert.x request; becomes the answer. */
  public void handle(Exchange exchange) throws IOException {
    var message = exchange.getMessage();
    var request = message.getBody(HttpServerRequest.class);
    var response = answer(request);
    message.removeHeaders("*");
    response.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
    message.setBody(response.content());
  }

  private ApiResponse answer(HttpServerRequest request) throws IOException {
    try (var content = new RequestBody(request)) {
      var body = Spool.small(content, MOST_BODY);
      return api.handle(
          new ApiRequest(
              request.method().name(),
              request.path(),
              many(request.params()),
              many(request.headers()),
              body));
    } catch (Spool.TooLarge e) {
      return new ApiResponse(
          413,
          Map.of("Content-Type", "application/problem+json"),
          ProblemDetails.of(413, "a body of up to " + MOST_BODY + " bytes"));
    }
  }

  private static Map<String, List<String>> many(io.vertx.core.MultiMap from) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (var name : from.names()) {
      all.put(name, from.getAll(name));
    }
    return all;
  }
}
