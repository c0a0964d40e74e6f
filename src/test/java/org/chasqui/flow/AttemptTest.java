package org.chasqui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.connector.Connector;
import org.chasqui.connector.Secrets;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.profile.ExampleProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one attempt at a delivery holds on to. */
class AttemptTest {
  @TempDir Path folder;

  @Test
  void anAttemptKeepsItsConnectorWhenTheProfileIsReplacedMeanwhile() throws Exception {
    var profile = ExampleProfiles.load(folder).byId("mx").orElseThrow();
    var attempt =
        new Attempt(
            new DeliveryClaim(
                1,
                "mx",
                "regional-json",
                "R",
                "K",
                1,
                false,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(),
                1),
            profile);
    var secrets = new Secrets(Map.of());
    var calls = attempt.connector(party -> Connector.of(profile, secrets));

    assertThat(attempt.connector(party -> Connector.of(profile, secrets))).isSameAs(calls);
  }
}
