package org.chasqui.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchTrafficTest {
  private static final Region REGION = Region.load(Path.of("").toAbsolutePath(), Map.of());

  static Stream<String> formats() {
    return REGION.codecs().all().stream()
        .filter(Encoder.class::isInstance)
        .map(codec -> codec.name());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatThatIsWrittenHasMessagesToMeasureItBy(String format) {
    var encoder = REGION.codecs().encoder(format).orElseThrow();
    var traffic = new BenchTraffic(REGION, 1, 1);
    var bundle = traffic.bundles().getFirst();
    var view = traffic.view(encoder, traffic.recipient(encoder, bundle));
    var messages = List.of(traffic.messages(encoder, bundle).getFirst());
    var context =
        new EncodeContext(
            view,
            Instant.parse("2026-11-02T09:00:00Z"),
            "B00000001",
            traffic.earlier(encoder, messages, view));

    var encoded = encoder.encode(messages, context);

    assertThat(encoded.carriages()).as(format).allMatch(carriage -> carriage.carried());
  }
}
