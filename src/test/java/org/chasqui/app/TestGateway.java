package org.chasqui.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.app.gateway.Gateway;
import org.chasqui.app.gateway.GatewayOptions;

/** A gateway on a copy of the shipped configuration, in a folder of the test, on a free port. */
final class TestGateway implements AutoCloseable {
  private static final Path SHIPPED = Path.of("config");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> steps = ConcurrentHashMap.newKeySet();
  private final HttpClient client = HttpClient.newHttpClient();
  private final MovableClock clock = new MovableClock();
  private Gateway gateway;

  TestGateway(Path folder) throws IOException {
    this.folder = folder;
    copy(SHIPPED, folder.resolve("home/config"));
    copy(Path.of("routes"), folder.resolve("home/routes"));
    environment.put("CHASQUI_DATA", data().toString());
    environment.put("CHASQUI_PORT", "0");
    environment.put("CHASQUI_CALENDARS_KEEP", "false");
    environment.put("CHASQUI_SWEEP_EVERY", "PT0.05S");
    environment.put("CHASQUI_GATHER_WAIT", "PT0.01S");
    environment.put("CHASQUI_FOLDER_EVERY", "PT0.1S");
    Files.createDirectories(data());
  }

  /** The clock of the gateway. */
  MovableClock clock() {
    return clock;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** What a process of its own needs to be this gateway. */
  Map<String, String> environment() {
    var all = new HashMap<>(environment);
    all.put("CHASQUI_HOME", folder.resolve("home").toString());
    return all;
  }

  /** Sets a variable before the start. */
  TestGateway with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  TestGateway with(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** Points an administration at a hub without authentication. */
  TestGateway hub(String party, TinyHub hub) throws IOException {
    environment.put("CHASQUI_HUB_" + party.toUpperCase(java.util.Locale.ROOT), hub.address());
    edit(
        "administrations/" + party + ".yaml",
        "(?m)^authentication:.*\\n(?:  .*\\n)+",
        "authentication:\n  module: none\n");
    return this;
  }

  /** Leaves out all other parties, for tests that need few. */
  TestGateway only(String... parties) throws IOException {
    var wanted = List.of(parties);
    for (var kind : List.of("administrations", "operators")) {
      try (var files = Files.list(folder.resolve("home/config").resolve(kind))) {
        for (var file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
          if (!wanted.contains(file.getFileName().toString().replace(".yaml", ""))) {
            Files.delete(file);
          }
        }
      }
    }
    return this;
  }

  /** Changes a file of the copied configuration. */
  TestGateway edit(String file, String pattern, String replacement) throws IOException {
    var path = folder.resolve("home/config").resolve(file);
    var text = Files.readString(path);
    var changed = text.replaceAll(pattern, replacement);
    if (changed.equals(text)) {
      throw new IllegalArgumentException(file + " has nothing like " + pattern);
    }
    Files.writeString(path, changed);
    return this;
  }

  TestGateway append(String file, String text) throws IOException {
    var path = folder.resolve("home/config").resolve(file);
    Files.writeString(path, Files.readString(path) + text);
    return this;
  }

  TestGateway start() throws Exception {
    List.of("cla", "mx", "pea").forEach(this::token);
    gateway =
        Gateway.start(new GatewayOptions(folder.resolve("home"), environment), steps::add, clock);
    return this;
  }

  /** Opens the door and leaves the gateway incomplete. */
  TestGateway open() throws Exception {
    token("cla");
    gateway = Gateway.open(new GatewayOptions(folder.resolve("home"), environment));
    return this;
  }

  TestGateway restart() throws Exception {
    gateway.close();
    return start();
  }

  Gateway gateway() {
    return gateway;
  }

  /** Ids of the steps that exchanges passed. */
  Set<String> steps() {
    return new HashSet<>(steps);
  }

  /** Gives parties tokens that show each its own alone. */
  TestGateway confine(String... parties) {
    var rights = EnumSet.complementOf(EnumSet.of(Right.READ_ALL));
    for (var party : parties) {
      tokens.put(party, AccessRegistry.issue(Gateway.tokens(data()), party, rights));
    }
    return this;
  }

  String token(String party) {
    return tokens.computeIfAbsent(
        party, id -> AccessRegistry.issue(Gateway.tokens(data()), id, EnumSet.allOf(Right.class)));
  }

  HttpResponse<String> post(String party, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return send(
        party,
        path,
        request ->
            request
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> get(String party, String path) throws IOException, InterruptedException {
    return send(party, path, HttpRequest.Builder::GET);
  }

  /** A page of the console, in English, as the party sees it. */
  String page(String party, String path) throws IOException, InterruptedException {
    var form = ("token=" + token(party) + "&to=%2F").getBytes(StandardCharsets.US_ASCII);
    var entered = post(null, "/sign-in", "application/x-www-form-urlencoded", form);
    var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    return send(null, path, to -> to.header("Cookie", cookie).header("Accept-Language", "en"))
        .body();
  }

  private HttpResponse<String> send(
      String party, String path, java.util.function.UnaryOperator<HttpRequest.Builder> with)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(gateway.url() + path));
    if (party != null) {
      request.header("Authorization", "Bearer " + token(party));
    }
    return client.send(with.apply(request).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws Exception {
    client.close();
    if (gateway != null) {
      gateway.close();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
