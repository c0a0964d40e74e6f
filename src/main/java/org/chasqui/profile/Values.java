package org.chasqui.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parsers of single values, each for the rule that stands beside it. */
final class Values {
  static final String COUNTRY_RULE = "must be an ISO 3166-1 alpha-2 code";
  static final String LANGUAGE_RULE = "must be an ISO 639-1 code";
  static final String CURRENCY_RULE = "must be an ISO 4217 code";
  static final String ZONE_RULE = "must be an IANA time zone such as America/Lima";
  static final String DURATION_RULE = "must be a duration such as PT30S, not negative";
  static final String AMOUNT_RULE = "must be a number, not negative";
  static final String DAY_RULE = "must be a date such as 2026-05-01";
  static final String FLAG_RULE = "must be true or false";

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Values() {}

  static String country(String text) {
    return member(COUNTRIES, text);
  }

  static String language(String text) {
    return member(LANGUAGES, text);
  }

  static String currency(String text) {
    return Currency.getInstance(text).getCurrencyCode();
  }

  static ZoneId zone(String text) {
    return ZoneId.of(member(ZoneId.getAvailableZoneIds(), text));
  }

  static Duration duration(String text) {
    var duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  static BigDecimal amount(String text) {
    var amount = new BigDecimal(text);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(text);
    }
    return amount;
  }

  static boolean flag(String text) {
    return Boolean.parseBoolean(member(Set.of("true", "false"), text));
  }

  static Function<String, Integer> between(int least, int most) {
    return text -> {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    };
  }

  static UnaryOperator<String> matching(Pattern form) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }

  /** Reads {@code return-to-origin} as the constant {@code RETURN_TO_ORIGIN}. */
  static <E extends Enum<E>> Function<String, E> token(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> token(constant).equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(text));
  }

  static <E extends Enum<E>> String tokenRule(Class<E> type) {
    return oneOf(Arrays.stream(type.getEnumConstants()).map(Values::token).toList());
  }

  static String oneOf(Iterable<String> tokens) {
    return "must be one of " + String.join(", ", tokens);
  }

  static String sorted(Set<String> keys) {
    return keys.isEmpty() ? "none" : keys.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String token(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String member(Collection<String> all, String text) {
    if (!all.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
