package org.chasqui.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Response;
import org.chasqui.profile.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to prove who the gateway is, on the transport that it needs, against real sockets. */
class ConnectionsTest {
  private static final double QUICK = 0.05;
  private static final Map<String, String> KEY = Map.of("key", "env:K", "keyPassword", "env:KP");
  private static final Response PUSH = response("push", Map.of());
  private static final Transport HTTP = transport("http", Map.of());
  private static final String IN_TEXT =
      "<r:register xmlns:r='urn:x'><auth><Token>{token}</Token><Sign>{sign}</Sign></auth>"
          + "<declaration>{text}</declaration></r:register>";

  static Stream<Arguments> connections() {
    return Stream.of(
        Arguments.of(
            "a login ticket in headers",
            "cu",
            HTTP,
            ticket(Map.of("tokenHeader", "X-Token", "signHeader", "X-Sign")),
            PUSH),
        Arguments.of(
            "a login ticket in the body of SOAP 1.1",
            "cu",
            transport(
                "soap",
                Map.of(
                    "action",
                    "urn:x#register",
                    "body",
                    IN_TEXT,
                    "answer",
                    "<r:registered xmlns:r='urn:x'><receipt>{text}</receipt></r:registered>")),
            ticket(Map.of()),
            PUSH),
        Arguments.of(
            "user name in digest and signature in SOAP 1.2, polled by protocol",
            "pe",
            transport(
                "soap",
                Map.of(
                    "version",
                    "1.2",
                    "addressing",
                    "true",
                    "body",
                    "<r:register xmlns:r='urn:x'>{document}</r:register>",
                    "answer",
                    "<r:registered xmlns:r='urn:x'>{text}</r:registered>")),
            with(
                new Authentication(
                    "wss-username",
                    Map.of("user", "u", "password", "env:P", "passwordType", "digest")),
                new Authentication("wss-signature", KEY)),
            response(
                "protocol-poll",
                Map.of(
                    "pollPath",
                    "/outcomes",
                    "protocolPointer",
                    "/ticket",
                    "pollBody",
                    "<r:ask xmlns:r='urn:x'><number>{protocol}</number></r:ask>",
                    "pollAnswer",
                    "{document}"))),
        Arguments.of(
            "user name in text, asked by item",
            "ag",
            transport("soap", Map.of("body", "{document}")),
            new Authentication("wss-username", Map.of("user", "u", "password", "env:P")),
            response(
                "item-status",
                Map.of(
                    "statusPath",
                    "/status",
                    "pollAction",
                    "urn:x#status",
                    "pollBody",
                    "<r:ask xmlns:r='urn:x'><items>{items}</items></r:ask>"))),
        Arguments.of(
            "a signature in the document with SHA-1, inside of SOAP",
            "pe",
            transport(
                "soap", Map.of("body", "<r:register xmlns:r='urn:x'>{document}</r:register>")),
            new Authentication("xml-signature", with(KEY, Map.of("algorithm", "rsa-sha1"))),
            response("synchronous", Map.of())),
        Arguments.of(
            "a signature in the document",
            "pe",
            HTTP,
            new Authentication("xml-signature", KEY),
            PUSH),
        Arguments.of(
            "a certificate in the connection and a session",
            "cu",
            transport("http", Map.of("trust", "env:TRUST")),
            with(
                new Authentication(
                    "session-csrf",
                    Map.of("loginPath", "/login", "roleType", "R", "reloginPause", "PT1S")),
                new Authentication("mutual-tls", KEY)),
            PUSH),
        Arguments.of(
            "a token of the endpoint that the issuer publishes",
            "cu",
            HTTP,
            new Authentication(
                "oauth2-password",
                Map.of("issuer", "/realms/x", "clientId", "c", "user", "u", "password", "env:P")),
            PUSH));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("connections")
  void everyItemOfEveryScriptReachesItsEnd(
      String name, String party, Transport transport, Authentication proof, Response response)
      throws Exception {
    var profile = profile(party, transport, proof, response);
    // a signature is not among the elements that the strict schemas of the hubs know
    var options =
        new SandboxOptions(List.of(profile), QUICK, false, true, Region.CONFIG, null, Map.of());
    HubsTest.proveAllScripts(profile, profile.identity().countryCode(), options);
  }

  static Profile profile(
      String party, Transport transport, Authentication proof, Response response) {
    var from = Region.profile(party);
    return HubsTest.reached(from, from.format(), transport, proof, response);
  }

  static Transport transport(String kind, Map<String, String> settings) {
    return new Transport(
        kind, "http://unused", "/register", "POST", Map.of(), Duration.ofSeconds(10), settings);
  }

  static Response response(String strategy, Map<String, String> settings) {
    return new Response(
        strategy, settings, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(1));
  }

  private static Authentication ticket(Map<String, String> more) {
    var settings = Map.of("loginPath", "/LoginCms", "service", "x", "namespace", "urn:login");
    return new Authentication("login-ticket", with(with(settings, KEY), more));
  }

  private static Authentication with(Authentication one, Authentication other) {
    return new Authentication(one.module(), one.settings(), List.of(other));
  }

  private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
    var all = new java.util.HashMap<>(one);
    all.putAll(other);
    return all;
  }
}
