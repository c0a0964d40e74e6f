package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchTrafficTest {
  private static final Region REGION = Region.load(Path.of("").toAbsolutePath(), Map.of());

  /** Not measured yet: the traffic has neither their events nor the ids that they need. */
  private static final List<String> UNMEASURED = List.of("upu-resdes", "upu-rescon", "tere");

  static Stream<String> formats() {
    return REGION.codecs().all().stream()
        .filter(Encoder.class::isInstance)
        .map(codec -> codec.name())
        .filter(name -> !UNMEASURED.contains(name));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatThatIsWrittenHasMessagesToMeasureItBy(String format) {
    var encoder = REGION.codecs().encoder(format).orElseThrow();
    var traffic = new BenchTraffic(REGION, 1, 1);
    var bundle = traffic.bundles().getFirst();
    var view = traffic.view(encoder, traffic.recipient(encoder, bundle));
    var messages = traffic.messages(encoder, bundle).stream().limit(20).toList();

    assertThat(messages)
        .as(format)
        .anyMatch(message -> isCarried(encoder, traffic, List.of(message), view));
  }

  private static boolean isCarried(
      Encoder encoder, BenchTraffic traffic, List<RegionalMessage> messages, ProfileView view) {
    var context =
        new EncodeContext(
            view,
            Instant.parse("2026-11-02T09:00:00Z"),
            "B00000001",
            traffic.earlier(encoder, messages, view));
    return encoder.encode(messages, context).carriages().stream().allMatch(Carriage::carried);
  }
}
