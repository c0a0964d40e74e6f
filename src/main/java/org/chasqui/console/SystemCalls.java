package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.access.AccessRegistry;

/** Health, metrics, the regional schemas, and the description of the API itself. */
final class SystemCalls {
  private static final Pattern SCHEMA_FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.json");
  private final ApiParts parts;
  private final AccessRegistry access;

  SystemCalls(ApiParts parts) {
    this.parts = parts;
    this.access = parts.access();
  }

  record HealthView(String status, Map<String, String> checks) {}

  record SchemasView(List<String> schemas) {}

  ApiResponse live(Call call) {
    return Json.answer(200, new HealthView("UP", Map.of()));
  }

  ApiResponse ready(Call call) {
    var checks = new LinkedHashMap<String, String>();
    parts
        .health()
        .forEach(health -> checks.put(health.name(), state(health.check().getAsBoolean())));
    checks.put("access", state(access.fault().isEmpty()));
    boolean up = checks.values().stream().allMatch("UP"::equals);
    var answer = Json.answer(up ? 200 : 503, new HealthView(state(up), checks));
    return up ? answer : answer.with("Retry-After", "5");
  }

  ApiResponse metrics(Call call) {
    return ApiResponse.text(200, "text/plain; version=0.0.4; charset=utf-8", parts.metrics().get());
  }

  ApiResponse schemas(Call call) {
    try (var files = Files.list(schemaFolder())) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> SCHEMA_FILE.matcher(name).matches())
              .sorted()
              .map(name -> "/schema/" + name)
              .toList();
      return Json.answer(200, new SchemasView(names));
    } catch (NoSuchFileException e) {
      return call.notFound();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ApiResponse schema(Call call) {
    var name = call.part("file");
    var file = SCHEMA_FILE.matcher(name).matches() ? schemaFolder().resolve(name) : null;
    if (file == null || !Files.isRegularFile(file)) {
      return call.notFound();
    }
    return publicly(ApiResponse.of(200, "application/schema+json", bytes(file)));
  }

  ApiResponse openApi(Call call) {
    try {
      JsonNode document = new YAMLMapper().readTree(bytes(parts.config().resolve("openapi.yaml")));
      return publicly(ApiResponse.of(200, Json.MEDIA_TYPE, Json.bytes(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path schemaFolder() {
    return parts.config().resolve("schema");
  }

  private static ApiResponse publicly(ApiResponse answer) {
    return answer.with("Cache-Control", "public, max-age=300");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String state(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
