package org.chasqui.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.ledger.RawDocument;

/** The style, scripts and pictures of the console, from the class path. */
final class StaticFiles {
  private static final Map<String, String> FILES =
      Map.of(
          "console.css", "text/css; charset=utf-8",
          "console.js", "text/javascript; charset=utf-8",
          "chasqui.svg", "image/svg+xml",
          "htmx.min.js", "text/javascript; charset=utf-8");
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js";

  private final Map<String, RawDocument.Bytes> loaded = new ConcurrentHashMap<>();

  ApiResponse file(Call call) {
    var name = call.part("file");
    if (!FILES.containsKey(name)) {
      return call.notFound();
    }
    var file = loaded.computeIfAbsent(name, StaticFiles::load);
    var tag = '"' + file.sha256().substring(0, 16) + '"';
    boolean known = Optional.of(tag).equals(call.request().header("If-None-Match"));
    var answer =
        known
            ? new ApiResponse(304, Map.of(), null)
            : ApiResponse.of(200, FILES.get(name), file.bytes());
    return answer.with("ETag", tag).with("Cache-Control", "public, max-age=60");
  }

  private static RawDocument.Bytes load(String name) {
    var resource = name.startsWith("htmx") ? HTMX : "static/" + name;
    try (var in = StaticFiles.class.getResourceAsStream(resource)) {
      return (RawDocument.Bytes) RawDocument.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
