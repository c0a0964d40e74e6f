package org.chasqui.app;

import java.util.Map;

/** The pipeline on ActiveMQ in the process and SQLite. */
class EmbeddedPipelineTest extends PipelineContract {
  @Override
  Map<String, String> world() {
    return Map.of();
  }
}
