package org.chasqui.codec.siga;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Party;

/** Narrows values to what SIGA takes: amounts of one currency, kilograms, numeric countries. */
final class SigaValues {
  /** Decimals that integrators send; the schema sets no limit. */
  private static final int DECIMALS = 4;

  private final SigaSettings settings;
  private final ProfileView view;
  private final LossList losses;

  SigaValues(SigaSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  /** An amount that may be left out: it is when its currency is another. */
  String optional(Money money, String base) {
    if (money == null) {
      return null;
    }
    if (!settings.currency().equals(money.currencyCode())) {
      losses.noTarget(base, "", "an amount in " + settings.currency());
      return null;
    }
    return decimal(money, base).map(BigDecimal::toPlainString).orElse(null);
  }

  /** An amount that the document cannot be without. */
  Optional<BigDecimal> required(Money money, String base) {
    if (money == null || !settings.currency().equals(money.currencyCode())) {
      losses.needs(base, "", "an amount in " + settings.currency());
      return Optional.empty();
    }
    return decimal(money, base);
  }

  private Optional<BigDecimal> decimal(Money money, String base) {
    return losses.decimal(money.amount(), 13, DECIMALS, RoundingMode.HALF_UP, base, "/amount");
  }

  String kilograms(Mass mass, String base) {
    return losses
        .kilograms(mass, 12, 6, RoundingMode.HALF_UP, base)
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  /** The numeric code of a country; an error when there is none. */
  String country(String alpha2, String base, String rest) {
    if (alpha2 == null) {
      losses.needs(base, rest, "a country");
      return null;
    }
    return losses.code(view, SigaSettings.COUNTRY_MAP, alpha2, base, rest).orElse(null);
  }

  /** A setting that the document cannot be without. */
  String setting(String key) {
    var text = settings.text(key);
    if (text == null) {
      losses.needs("", "", "the setting " + key + " of the profile");
    }
    return text;
  }

  /** The name of a party; an error when it has none. */
  String name(Party party, String base) {
    var name = losses.clean(PartyName.of(party, base, losses), base, "/name");
    if (name.isBlank()) {
      losses.needs(base, "/name", "a name");
    }
    return name;
  }

  /** The numeric code of a party's country; an error when there is none. */
  String country(Party party, String base) {
    var alpha2 = party.address() == null ? null : party.address().countryCode();
    return country(alpha2, base, "/address/countryCode");
  }
}
