package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of connections describes every word that a profile may use for one. */
class ConnectionsPageTest {

  @Test
  void everyTransportProofAndStrategyIsDescribed() throws IOException {
    var page = Files.readString(Path.of("docs/connections.md"));
    var words =
        Stream.of(
                Arrays.stream(TransportKind.values()).map(TransportKind::token),
                Arrays.stream(AuthenticationKind.values()).map(AuthenticationKind::token),
                Arrays.stream(ResponseKind.values()).map(ResponseKind::token))
            .flatMap(each -> each);
    assertThat(words).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
  }
}
