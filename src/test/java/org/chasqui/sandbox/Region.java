package org.chasqui.sandbox;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.sandbox.traffic.Scripts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;

/** The shipped profiles, all codecs and invented declarations, for tests against hubs. */
final class Region {
  static final Path CONFIG = Path.of("config");
  static final CodecRegistry CODECS = CodecFormats.registry();
  static final Profiles PROFILES = profiles(Map.of());

  private Region() {}

  static Profiles profiles(Map<String, String> environment) {
    try {
      return Profiles.load(CONFIG, environment, CodecFormats.catalog());
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Profile profile(String party) {
    return PROFILES.byId(party).orElseThrow();
  }

  /** Ten declarations to a country, one of each script, and a few that are simply released. */
  static List<RegionalMessage> declarations(String country, Scripts scripts, int count) {
    var options =
        new TrafficOptions(
            7, List.of(), List.of(country), 0, scripts, LocalDate.of(2026, 11, 2), true);
    var messages = new Traffic(options, PROFILES).bundle(1, count).messages();
    // one conveyance for all: some formats hold a single master document
    var transport = ((ItemDeclaration) messages.getFirst().data()).transport();
    return messages.stream()
        .map(
            message ->
                message.with(
                    ((ItemDeclaration) message.data()).toBuilder().transport(transport).build()))
        .toList();
  }

  /** The same declaration under another item id, whose serial number ends as wanted. */
  static RegionalMessage ending(RegionalMessage message, int number, int ending) {
    var itemId = itemId("RR", number * 100 + ending, "CL");
    var data = ((ItemDeclaration) message.data()).toBuilder().itemId(itemId).build();
    var from = message.envelope();
    var envelope =
        new Envelope(
            from.id(),
            from.source(),
            from.kind(),
            itemId,
            from.time(),
            from.recipient(),
            from.correlationId(),
            from.causationId(),
            from.test(),
            from.other());
    return new RegionalMessage(envelope, data);
  }

  /** An S10 id with its check digit. */
  static String itemId(String service, int serial, String country) {
    var digits = "%08d".formatted(serial);
    int[] weights = {8, 6, 4, 2, 3, 5, 9, 7};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return service + digits + (check == 10 ? 0 : check == 11 ? 5 : check) + country;
  }
}
