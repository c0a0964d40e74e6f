package org.chasqui.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.ledger.LedgerConfiguration;
import org.chasqui.ledger.Ledgers;

/** The API on a real SQLite ledger with the story told, and a token for each kind of caller. */
final class Scene implements AutoCloseable {
  final Story story;
  final Api api;
  final String operator;
  final String post;
  final String brazil;
  final String stranger;
  final String sender;
  private final Path tokens;

  Scene(Path folder) throws Exception {
    story = new Story(Ledgers.open(LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "1")));
    story.tell();
    tokens = folder.resolve("tokens.csv");
    operator = AccessRegistry.issue(tokens, "operator", EnumSet.allOf(Right.class));
    post = issue(Story.POST, Right.SEND, Right.FETCH, Right.READ_OWN);
    brazil = issue(Story.DECIDING, Right.READ_OWN, Right.SEND);
    stranger = issue("uy", Right.READ_OWN, Right.FETCH);
    sender = issue("ara", Right.SEND);
    api =
        new Api(
            new ApiParts(
                story.ledger,
                story.profiles::all,
                story.codecs,
                AccessRegistry.load(tokens),
                () -> "# HELP chasqui_up one\nchasqui_up 1\n",
                List.of(new Health("ledger", () -> true)),
                Story.CONFIG,
                Clock.systemUTC()));
  }

  private String issue(String party, Right... rights) {
    return AccessRegistry.issue(tokens, party, Set.of(rights));
  }

  ApiResponse get(String token, String address) {
    return call("GET", token, address, null, Map.of());
  }

  ApiResponse get(String token, String address, String header, String value) {
    return call("GET", token, address, null, Map.of(header, value));
  }

  ApiResponse post(String token, String address, String body) {
    return call("POST", token, address, body, Map.of("Content-Type", "application/json"));
  }

  /** A page as a signed-in viewer sees it. */
  ApiResponse page(String token, String address, String language) {
    return call(
        "GET",
        null,
        address,
        null,
        Map.of(
            "Cookie",
            SignIn.COOKIE + "=" + token,
            "Accept-Language",
            language,
            "Accept",
            "text/html"));
  }

  ApiResponse call(
      String method, String token, String address, String body, Map<String, String> headers) {
    int question = address.indexOf('?');
    var path = question < 0 ? address : address.substring(0, question);
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    if (token != null) {
      all.put("Authorization", List.of("Bearer " + token));
    }
    return api.handle(
        new ApiRequest(
            method,
            path,
            question < 0 ? Map.of() : query(address.substring(question + 1)),
            all,
            body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
  }

  static Map<String, List<String>> query(String query) {
    var parameters = new HashMap<String, List<String>>();
    for (var pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters
            .computeIfAbsent(decode(pair.substring(0, equals)), n -> new ArrayList<>())
            .add(decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    story.ledger.close();
  }
}
