package org.chasqui.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.profile.DatedRate;
import org.chasqui.profile.DatedRates;

/**
 * The declared value of an item: that of the whole, or the sum of the lines when they are all of
 * one currency.
 *
 * @param amount null when there is none that can be read
 */
record DeclaredValue(BigDecimal amount, String currency) {
  private static final DeclaredValue NONE = new DeclaredValue(null, null);

  /**
   * The value in the currency of a rule.
   *
   * @param amount null when it cannot be told
   * @param reason why it cannot, or null
   * @param rate that was used, or null
   */
  record In(BigDecimal amount, Reason reason, DatedRate rate) {}

  static DeclaredValue of(ItemDeclaration declaration) {
    var whole = of(declaration.declaredValue());
    return whole == NONE ? sum(declaration) : whole;
  }

  private static DeclaredValue of(Money money) {
    var amount = money == null ? null : ContentRules.decimal(money.amount());
    return amount == null || money.currencyCode() == null
        ? NONE
        : new DeclaredValue(amount, money.currencyCode());
  }

  private static DeclaredValue sum(ItemDeclaration declaration) {
    var sum = NONE;
    for (ContentPiece piece : declaration.contents()) {
      var value = of(piece.value());
      if (value == NONE || (sum != NONE && !sum.currency().equals(value.currency()))) {
        return NONE;
      }
      sum = sum == NONE ? value : new DeclaredValue(sum.amount.add(value.amount), sum.currency);
    }
    return sum;
  }

  In in(String wanted, LocalDate day, DatedRates rates) {
    if (amount == null) {
      return new In(null, Reason.NO_VALUE, null);
    }
    if (currency.equals(wanted)) {
      return new In(amount, null, null);
    }
    return rates
        .on(day, currency, wanted)
        .map(rate -> new In(amount.multiply(rate.rate()), null, rate))
        .orElseGet(() -> new In(null, Reason.NO_RATE, null));
  }
}
