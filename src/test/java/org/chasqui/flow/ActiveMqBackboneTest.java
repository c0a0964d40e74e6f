package org.chasqui.flow;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on ActiveMQ Classic in the process, internal hops not persisted. */
class ActiveMqBackboneTest extends BackboneContract {
  @TempDir Path folder;

  @Override
  Backbone backbone() {
    return new Backbone.EmbeddedActiveMq(folder, false);
  }
}
