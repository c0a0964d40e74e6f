package org.chasqui.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.codec.regional.SchemaValidator;
import org.chasqui.flow.MessageCheck;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/** The checks of every message: schema where the decoder did not do it. */
final class Checks implements MessageCheck {
  private final SchemaValidator schema = SchemaValidator.bundled();
  private final RegionalJson json = new RegionalJson();
  private final ObjectMapper trees = new ObjectMapper();

  @Override
  public List<Problem> check(RegionalMessage message, Instant receivedAt, boolean schemaChecked) {
    var problems = new ArrayList<Problem>();
    if (!schemaChecked) {
      try {
        problems.addAll(
            schema.check(message.kind(), trees.readTree(json.writeData(message.data()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return problems;
  }
}
