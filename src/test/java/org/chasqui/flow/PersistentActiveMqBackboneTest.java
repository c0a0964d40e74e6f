package org.chasqui.flow;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on ActiveMQ Classic with KahaDB and persisted hops. */
class PersistentActiveMqBackboneTest extends BackboneContract {
  @TempDir Path folder;

  @Override
  Backbone backbone() {
    return new Backbone.EmbeddedActiveMq(folder, true);
  }
}
