package org.chasqui.codec.upu;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.message.Envelope;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;

/** What the encoders make of messages, for tests. */
final class Writing {
  private Writing() {}

  static Encoder encoder(String name) {
    return UpuCodecs.all().stream()
        .filter(codec -> codec.name().equals(name))
        .map(Encoder.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static Encoded encode(String name, List<RegionalMessage> messages) {
    return encoder(name).encode(messages, context());
  }

  static EncodeContext context() {
    return new EncodeContext(
        Reading.view("cla", "urn:lac-ead:party:CL:post:CLA", "CL", Map.of()),
        Instant.parse("2026-11-04T13:10:00Z"),
        "CHQ000000001");
  }

  /** A message of one party to another. */
  static RegionalMessage message(String from, String to, RegionalData data) {
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            "urn:lac-ead:party:" + from,
            data.kind(),
            data.businessKey(),
            "2026-11-04T14:20:00-03:00",
            "urn:lac-ead:party:" + to,
            null,
            null,
            false,
            Map.of()),
        data);
  }
}
