package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.folder.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door opens before the folders of formats are compiled; the gateway is ready after. */
class CompletionTest {
  @TempDir Path folder;

  private TestGateway withAFault() throws Exception {
    return new TestGateway(folder).edit("formats/tere/write.xsl", "<medio><", "<medio<");
  }

  @Test
  void theDoorAcceptsBeforeTheGatewayIsReady() throws Exception {
    try (var gateway = new TestGateway(folder).open()) {
      var ready = gateway.get(null, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("\"formats\":\"DOWN\"");
      var document = Edi.itmatt("EARLY1", "PY", List.of("RR000000016CL"));
      var accepted = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
      assertThat(accepted.statusCode()).isEqualTo(202);

      gateway.gateway().complete();

      assertThat(gateway.get(null, "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFaultyFolderIsToldWithItsPlaceAndNeverReady() throws Exception {
    try (var gateway = withAFault().open()) {
      assertThatThrownBy(() -> gateway.gateway().complete())
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("tere/write.xsl:");
      assertThat(gateway.get(null, "/health/ready").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void aStartEndsWithTheFaultOfAFolder() throws Exception {
    try (var gateway = withAFault()) {
      assertThatThrownBy(gateway::start)
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("tere/write.xsl:");
    }
  }
}
