package org.chasqui.codec.upu.services;

import java.math.BigDecimal;
import java.util.List;
import org.chasqui.message.Duty;
import org.chasqui.message.Money;

/** The sum of taxes and fees, for which the service has no field. */
final class Totals {
  private Totals() {}

  /** The sum, or null when nothing is to be paid or the currencies differ. */
  static Money of(List<Duty> duties, Money fee) {
    var currency = duties.isEmpty() ? null : duties.getFirst().payable().currencyCode();
    var total = BigDecimal.ZERO;
    for (var duty : duties) {
      if (!currency.equals(duty.payable().currencyCode())) {
        return null;
      }
      total = total.add(new BigDecimal(duty.payable().amount()));
    }
    if (fee == null) {
      return currency == null ? null : new Money(total.toPlainString(), currency);
    }
    return currency == null || currency.equals(fee.currencyCode())
        ? new Money(total.add(new BigDecimal(fee.amount())).toPlainString(), fee.currencyCode())
        : null;
  }

  /** True when the total says no more than the taxes and fees. */
  static boolean isSumOf(List<Duty> duties, Money fee, Money total) {
    if (duties.stream().anyMatch(duty -> !isAmount(duty.payable()))
        || fee != null && !isAmount(fee)
        || !isAmount(total)) {
      return false;
    }
    var sum = of(duties, fee);
    return sum != null
        && sum.currencyCode().equals(total.currencyCode())
        && new BigDecimal(sum.amount()).compareTo(new BigDecimal(total.amount())) == 0;
  }

  /** True for an amount with a currency. */
  static boolean isAmount(Money money) {
    return money != null
        && money.amount() != null
        && money.currencyCode() != null
        && money.amount().matches("\\d{1,13}(\\.\\d{1,6})?");
  }
}
