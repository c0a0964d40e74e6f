package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Format;
import org.chasqui.profile.Profile;
import org.chasqui.profile.ProfileBuilder;
import org.chasqui.profile.Response;
import org.chasqui.profile.Transport;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connectors and hubs together: each authentication, response strategy, format and outcome. */
class HubsTest {
  private static final double QUICK = 0.05;

  static Stream<String> administrations() {
    return Region.PROFILES.administrations().stream().map(Profile::id);
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void everyItemOfEveryScriptReachesItsEnd(String party) throws Exception {
    var profile = Region.profile(party);
    proveAllScripts(profile, profile.identity().countryCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "co", "mx"})
  void everyItemReachesItsEndInTheFormatsOfTheExamples(String party, @TempDir Path folder)
      throws Exception {
    var profile = ExampleProfiles.national(folder).byId(party).orElseThrow();
    proveAllScripts(profile, profile.identity().countryCode());
  }

  static Stream<Arguments> modulesAndStrategies() {
    return MODULES.entrySet().stream()
        .flatMap(
            module ->
                STRATEGIES.entrySet().stream()
                    .map(
                        strategy ->
                            Arguments.of(
                                new Authentication(module.getKey(), module.getValue()),
                                response(strategy.getKey(), strategy.getValue()))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("modulesAndStrategies")
  void everyAuthenticationWorksWithEveryResponse(Authentication module, Response response)
      throws Exception {
    var from = Region.profile("cu");
    proveAllScripts(with(from, module, response), "CU");
  }

  private static final Map<String, Map<String, String>> MODULES =
      new LinkedHashMap<>(
          Map.of(
              "none",
              Map.of(),
              "api-token",
              Map.of("header", "X-Api-Key", "token", "env:T"),
              "basic",
              Map.of("user", "chasqui", "password", "env:P"),
              "oauth2-client",
              Map.of("tokenPath", "/token", "clientId", "c", "clientSecret", "env:S"),
              "oauth2-password",
              Map.of("tokenPath", "/token", "clientId", "c", "user", "u", "password", "env:P"),
              "session-csrf",
              Map.of(
                  "loginPath",
                  "/login",
                  "clientId",
                  "env:C",
                  "clientSecret",
                  "env:S",
                  "roleType",
                  "AGEREMESS",
                  "reloginPause",
                  "PT1S")));

  private static final Map<String, Map<String, String>> STRATEGIES =
      new LinkedHashMap<>(
          Map.of(
              "push",
              Map.of("referencePointer", "/reference"),
              "synchronous",
              Map.of(),
              "protocol-poll",
              Map.of("pollPath", "/v1/outcomes/{protocol}", "protocolPointer", "/reference"),
              "item-status",
              Map.of("statusPath", "/v1/status?items={items}"),
              "list-poll",
              Map.of("listPath", "/v1/list?items={items}", "detailPath", "/v1/decisions/{id}")));

  private static Response response(String strategy, Map<String, String> settings) {
    return new Response(
        strategy, settings, Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(1));
  }

  @Test
  void theDucaInJsonReachesItsEndAsWell() throws Exception {
    var format =
        new Format("duca-json", "duca-json-answer", Region.profile("hn").format().settings());
    proveAllScripts(with(Region.profile("hn"), format), "HN");
  }

  /** The same party in another format, or reached in another way. */
  static Profile reached(
      Profile from,
      Format format,
      Transport transport,
      Authentication authentication,
      Response response) {
    return ProfileBuilder.builder(from)
        .format(format)
        .transport(transport)
        .authentication(authentication)
        .response(response)
        .build();
  }

  static Profile with(Profile from, Format format) {
    return reached(from, format, from.transport(), from.authentication(), from.response());
  }

  private static Profile with(Profile from, Authentication module, Response response) {
    return reached(from, from.format(), from.transport(), module, response);
  }

  static Profile at(Profile from, Sandbox sandbox) {
    var transport = from.transport();
    return reached(
        from,
        from.format(),
        new Transport(
            transport.kind(),
            sandbox.hub(from.id()).address().toString(),
            transport.path(),
            transport.method(),
            transport.headers(),
            transport.timeout(),
            transport.settings()),
        from.authentication(),
        from.response());
  }

  static void proveAllScripts(Profile profile, String to) throws Exception {
    proveAllScripts(
        profile, to, SandboxOptions.of(List.of(profile), Region.CONFIG).withTimeScale(QUICK));
  }

  static void proveAllScripts(Profile profile, String to, SandboxOptions options) throws Exception {
    try (var sandbox = Sandbox.start(options);
        var door = new Door()) {
      sandbox.connect(door.address(), Map.of(profile.id(), "token of " + profile.id()));
      var courier = new Courier(at(profile, sandbox), sandbox.environment());
      var messages = allScripts(to);
      courier.deliver(messages);
      var hub = sandbox.hub(profile.id());
      await().atMost(Duration.ofSeconds(20)).until(() -> hub.counters().pushesPending() == 0);
      for (var pushed : door.pushed()) {
        assertThat(pushed.authorization()).isEqualTo("Bearer token of " + profile.id());
        courier.read(pushed.body());
      }
      checkOutcomes(messages, courier);
      checkCounters(messages.size(), hub);
    }
  }

  /** Endings 90 to 99 and four that are released at once. */
  private static List<RegionalMessage> allScripts(String country) {
    var plain = Region.declarations(country, Scripts.NONE, 14);
    var messages = new ArrayList<RegionalMessage>();
    for (int i = 0; i < plain.size(); i++) {
      messages.add(Region.ending(plain.get(i), 3000 + i, i < 10 ? 90 + i : i * 7 - 60));
    }
    return messages;
  }

  private static void checkOutcomes(List<RegionalMessage> messages, Courier courier) {
    for (var message : messages) {
      var itemId = message.data().businessKey();
      var decisions = courier.decided().get(itemId);
      switch (Script.of(itemId)) {
        case INVALID -> {
          assertThat(decisions).isNull();
          assertThat(courier.refused().get(itemId))
              .anySatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PARTNER));
        }
        case REFUSED -> assertThat(decisions).as(itemId).contains(DecisionStatus.REFUSED);
        case HELD, DOCUMENTS, DUTY -> {
          assertThat(decisions.getLast()).as(itemId).isEqualTo(DecisionStatus.RELEASED);
          // who polls late sees the last state only
          if (courier.isPushedTo()) {
            assertThat(decisions).as(itemId).hasSize(2);
          }
        }
        case ANSWERED_TWICE ->
            assertThat(decisions.stream().filter(DecisionStatus.RELEASED::equals).count())
                .as(itemId)
                .isGreaterThanOrEqualTo(courier.readsOnce() ? 1 : 2);
        default -> assertThat(decisions).as(itemId).contains(DecisionStatus.RELEASED);
      }
    }
  }

  private static void checkCounters(int sent, HubControls hub) {
    var counters = hub.counters();
    assertThat(counters.items()).isEqualTo(sent - 1);
    assertThat(counters.wireDuplicates()).isPositive();
    assertThat(counters.duplicatesWithOtherKey()).isZero();
    assertThat(counters.pushesRefused()).isZero();
    assertThat(hub.received()).hasSize(sent - 1);
  }

  @Test
  void keepsDecisionsUntilTheGatewayTakesThem() throws Exception {
    var profile = Region.profile("cu");
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG).withTimeScale(QUICK);
    try (var sandbox = Sandbox.start(options);
        var door = new Door()) {
      door.refuse(3);
      var courier = new Courier(at(profile, sandbox), sandbox.environment());
      courier.deliver(Region.declarations("CU", Scripts.NONE, 3));
      var hub = sandbox.hub("cu");
      assertThat(hub.counters().pushesPending()).isEqualTo(3);
      sandbox.connect(door.address(), Map.of("cu", "t"));
      await().atMost(Duration.ofSeconds(10)).until(() -> hub.counters().pushesPending() == 0);
      assertThat(hub.counters().decisionsSent()).isEqualTo(3);
      assertThat(door.pushed()).hasSize(1);
    }
  }

  @Test
  void refusesConnectionsWhileStoppedAndKeepsWhatItTookIn() throws Exception {
    var profile = Region.profile("cu");
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG).withTimeScale(QUICK);
    try (var sandbox = Sandbox.start(options)) {
      var hub = sandbox.hub("cu");
      var courier = new Courier(at(profile, sandbox), sandbox.environment());
      var messages = Region.declarations("CU", Scripts.NONE, 2);
      courier.deliver(messages);
      hub.stop();
      assertThat(hub.isRunning()).isFalse();
      assertThatThrownBy(() -> courier.deliver(messages)).isInstanceOf(IOException.class);
      hub.start();
      courier.deliver(messages);
      assertThat(hub.counters().items()).isEqualTo(2);
      assertThat(hub.counters().duplicatesWithOtherKey()).isEqualTo(2);
    }
  }
}
