package org.chasqui.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.profile.Identity;

/** Which lane an interchange takes: destinations in turn, origins as the post's volumes suggest. */
final class Lanes {
  /** Countries that only send here; they send more than a neighbour does. */
  private static final List<String> OVERSEAS =
      List.of("CN", "US", "ES", "CN", "US", "FR", "CN", "DE");

  private final List<Country> from;
  private final List<Country> to;

  /** Administrations may be in countries that are not listed. */
  Lanes(Stock stock, TrafficOptions options, List<Identity> administrations) {
    var all = stock.countries();
    to =
        options.to().isEmpty()
            ? all.values().stream().filter(c -> !OVERSEAS.contains(c.code())).toList()
            : named(stock, options.to(), administrations);
    if (options.from().isEmpty()) {
      from = new ArrayList<>(all.values());
      OVERSEAS.forEach(code -> from.add(all.get(code)));
    } else {
      from = named(stock, options.from(), List.of());
    }
  }

  Lane lane(long interchange, Draw draw) {
    var destination = to.get((int) (interchange % to.size()));
    var origin = draw.pick(from);
    while (origin == destination && from.stream().anyMatch(other -> other != destination)) {
      origin = draw.pick(from);
    }
    return new Lane(origin, destination);
  }

  private static List<Country> named(Stock stock, List<String> codes, List<Identity> others) {
    return codes.stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .map(code -> known(stock, code, others))
        .toList();
  }

  private static Country known(Stock stock, String code, List<Identity> others) {
    var listed = stock.countries().get(code);
    return listed != null
        ? listed
        : others.stream()
            .filter(party -> party.countryCode().equals(code))
            .findFirst()
            .map(party -> Country.of(party, stock.languages()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no traffic from or to "
                            + code
                            + ": known are "
                            + stock.countries().keySet()));
  }
}
