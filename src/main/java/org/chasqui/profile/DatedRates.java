package org.chasqui.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The exchange rates of {@code config/rates/*.csv}. Only a rate that is given converts: none is
 * turned round, chained or carried over to another day.
 */
public final class DatedRates {
  private static final int COLUMNS = 7;

  private final List<DatedRate> all;

  private DatedRates(List<DatedRate> all) {
    this.all = List.copyOf(all);
  }

  /** A rate and the place that it was read at. */
  private record Placed(String file, int line, DatedRate rate) {}

  /** All rates, in the order of files and lines. */
  public List<DatedRate> all() {
    return all;
  }

  /** The rate that is given for a day. */
  public Optional<DatedRate> on(LocalDate day, String from, String to) {
    return all.stream()
        .filter(
            rate -> rate.from().equals(from) && rate.to().equals(to) && rate.validity().covers(day))
        .findFirst();
  }

  static DatedRates load(Path configDir, Consumer<ConfigurationFault> faults) {
    var read = new ArrayList<Placed>();
    for (var file : files(configDir.resolve("rates"))) {
      var name = "rates/" + file.getFileName();
      for (var row : CsvFile.numbered(configDir, name, COLUMNS, faults)) {
        var rate = new Reader(name, row, faults).read();
        if (rate != null) {
          var placed = new Placed(name, row.line(), rate);
          read.forEach(earlier -> check(earlier, placed, faults));
          read.add(placed);
        }
      }
    }
    return new DatedRates(read.stream().map(Placed::rate).toList());
  }

  private static void check(Placed earlier, Placed placed, Consumer<ConfigurationFault> faults) {
    var rate = placed.rate();
    if (earlier.rate().from().equals(rate.from())
        && earlier.rate().to().equals(rate.to())
        && earlier.rate().validity().overlaps(rate.validity())) {
      faults.accept(
          new ConfigurationFault(
              placed.file(),
              placed.line(),
              "validFrom",
              "must not share a day with the rate of "
                  + earlier.file()
                  + ":"
                  + earlier.line()
                  + " ("
                  + earlier.rate().validity().text()
                  + ")",
              rate.from() + " to " + rate.to() + ", " + rate.validity().text()));
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one row; a value that breaks its rule is a fault of its column. */
  private static final class Reader {
    private final String file;
    private final CsvFile.Row row;
    private final Consumer<ConfigurationFault> faults;
    private int at;
    private boolean faulty;

    Reader(String file, CsvFile.Row row, Consumer<ConfigurationFault> faults) {
      this.file = file;
      this.row = row;
      this.faults = faults;
    }

    DatedRate read() {
      var from = next("from", Values.CURRENCY_RULE, Values::currency);
      var to = next("to", Values.CURRENCY_RULE, Values::currency);
      var rate = next("rate", "must be a number above 0", Reader::rate);
      var first = next("validFrom", Values.DAY_RULE, LocalDate::parse);
      var last = next("validTo", Values.DAY_RULE, LocalDate::parse);
      var source = next("source", "must be a text", Reader::text);
      var confidence =
          next("confidence", Values.tokenRule(Confidence.class), Values.token(Confidence.class));
      if (!faulty && last.isBefore(first)) {
        fault("validTo", "must not be before validFrom", last.toString());
      }
      return faulty
          ? null
          : new DatedRate(from, to, rate, new Validity(first, last), source, confidence);
    }

    private <T> T next(String column, String rule, Function<String, T> parser) {
      var text = row.columns().get(at++).strip();
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        fault(column, rule, text);
        return null;
      }
    }

    private void fault(String column, String rule, String value) {
      faulty = true;
      faults.accept(new ConfigurationFault(file, row.line(), column, rule, value));
    }

    private static BigDecimal rate(String text) {
      var rate = new BigDecimal(text);
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(text);
      }
      return rate;
    }

    private static String text(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }
  }
}
