package org.chasqui.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.chasqui.app.gateway.Codecs;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.RegionalMessage;

/** Writes regional messages: one CloudEvents object a line, or laid out for people. */
final class RegionalOutput implements Translation.Sink {
  private final RegionalJson json = Codecs.json();
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final OutputStream out;
  private final boolean lines;

  RegionalOutput(OutputStream out, boolean lines) {
    this.out = out;
    this.lines = lines;
  }

  @Override
  public void take(RegionalMessage message) throws IOException {
    var bytes = json.write(message);
    if (lines) {
      out.write(bytes);
    } else {
      out.write(mapper.writeValueAsString(mapper.readTree(bytes)).getBytes(StandardCharsets.UTF_8));
    }
    out.write('\n');
  }
}
