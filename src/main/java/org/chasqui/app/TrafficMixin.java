package org.chasqui.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import org.chasqui.sandbox.traffic.Scripts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;
import picocli.CommandLine.Option;

/** Options that say what traffic to make. */
final class TrafficMixin {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed and options give the same bytes. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "COUNTRY",
      description = "Countries of origin: cl,us ... Default: all, overseas posts most.")
  private List<String> from = List.of();

  @Option(
      names = "--to",
      split = ",",
      paramLabel = "COUNTRY",
      description = "Countries of destination: br,pe ... Default: the 22 in turn.")
  private List<String> to = List.of();

  @Option(
      names = "--faults",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of items with a fault, 0 to 1; every kind of fault. Default: 0.")
  private double faults;

  @Option(
      names = "--scripts",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Items whose id asks the simulated hubs for another outcome than a release at once:"
              + " none, few or all. Default: none.")
  private Scripts scripts;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      defaultValue = "2026-11-02",
      description =
          "Day of the interchanges; items are posted the day before. Default: 2026-11-02.")
  private LocalDate date;

  /** The traffic of a form. */
  Traffic traffic(Region region, boolean edifact) {
    if (faults < 0 || faults > 1) {
      throw Failure.usage("--faults must be from 0 to 1: " + faults);
    }
    var options = new TrafficOptions(seed, upper(from), upper(to), faults, scripts, date, edifact);
    try {
      return new Traffic(options, region.profiles());
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private static List<String> upper(List<String> codes) {
    return codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
  }
}
