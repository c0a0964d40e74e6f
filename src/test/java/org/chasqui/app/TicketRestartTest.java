package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.chasqui.app.gateway.Region;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that is started anew goes on with its ticket: the service would give no second one. */
class TicketRestartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String PASSPORT =
      "{\"schemeCode\":\"PASSPORT\",\"value\":\"P1234567\",\"issuingCountryCode\":\"CL\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ar", "py"})
  void anItemGoesAtOnceAfterARestart(String party) throws Exception {
    var profile = Region.load().profiles().byId(party).orElseThrow();
    // the pause between two tickets lasts longer than any test
    var options = SandboxOptions.of(List.of(profile), Path.of("config")).withTimeScale(1000);
    try (var sandbox = Sandbox.start(options);
        var gateway =
            new TestGateway(folder).only(party, "cla", "pea").with(sandbox.environment())) {
      gateway.start();
      send(gateway, party, "CP123456785CL", sandbox);
      gateway.restart();
      send(gateway, party, "CP123456799CL", sandbox);

      var ledger = gateway.gateway().ledger();
      var name = profile.authentication().settings();
      var kept =
          ledger.partyState(party, "ticket " + name.get("service") + " " + name.get("loginPath"));
      assertThat(kept).hasValueSatisfying(text -> assertThat(text).matches("[A-Za-z0-9+/=]+"));
    }
  }

  private static void send(TestGateway gateway, String party, String item, Sandbox sandbox)
      throws Exception {
    var to = party.toUpperCase(Locale.ROOT);
    var id =
        party.equals("py")
            ? "{\"schemeCode\":\"CI\",\"value\":\"1234567\",\"issuingCountryCode\":\"PY\"}"
            : PASSPORT;
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/json",
            RegionalMessages.declaration(item, to, id));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> sandbox.hub(party).hasReceived(item));
  }
}
