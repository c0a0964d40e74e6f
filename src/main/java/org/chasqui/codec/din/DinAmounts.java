package org.chasqui.codec.din;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;

/**
 * The amounts of an item in one currency: what the goods cost (FOB), what their carriage cost
 * (freight) and both (CIF), as a whole and shared out to the lines by their values.
 *
 * @param lines value of each line
 * @param cifLines value of each line with its share of the freight; their sum is the CIF value
 */
record DinAmounts(
    String currency,
    BigDecimal fob,
    BigDecimal freight,
    List<BigDecimal> lines,
    List<BigDecimal> cifLines) {

  BigDecimal cif() {
    return fob.add(freight);
  }

  static DinAmounts of(ItemDeclaration item, LossList losses) {
    var currency = currency(item);
    var lines = new ArrayList<BigDecimal>();
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < item.contents().size(); i++) {
      var value = amount(item.contents().get(i).value(), currency, "/contents/" + i, losses);
      lines.add(value);
      sum = sum.add(value);
    }
    var freight = BigDecimal.ZERO;
    if (item.postage() != null && currency != null) {
      if (currency.equals(item.postage().currencyCode())) {
        freight = decimal(item.postage().amount(), "/postage", "/amount", losses);
      } else {
        losses.noTarget("/postage", "", "postage in the currency of the values");
      }
    }
    declared(item, currency, sum, losses);
    return new DinAmounts(currency, sum, freight, lines, shared(lines, sum, freight));
  }

  private static String currency(ItemDeclaration item) {
    for (var piece : item.contents()) {
      if (piece.value() != null && piece.value().currencyCode() != null) {
        return piece.value().currencyCode();
      }
    }
    return null;
  }

  private static BigDecimal amount(Money money, String currency, String base, LossList losses) {
    if (money == null || currency == null || !currency.equals(money.currencyCode())) {
      losses.needs(base, "/value", "a value, all in one currency");
      return BigDecimal.ZERO;
    }
    return decimal(money.amount(), base, "/value/amount", losses);
  }

  private static BigDecimal decimal(String text, String base, String rest, LossList losses) {
    return losses.decimal(text, 10, 2, RoundingMode.HALF_UP, base, rest).orElse(BigDecimal.ZERO);
  }

  /** The form has the sum of its lines; another total that was declared has no place. */
  private static void declared(
      ItemDeclaration item, String currency, BigDecimal sum, LossList losses) {
    var total = item.declaredValue();
    if (total == null || currency == null || !losses.carries()) {
      return;
    }
    boolean same =
        currency.equals(total.currencyCode())
            && decimal(total.amount(), "/declaredValue", "/amount", losses).compareTo(sum) == 0;
    if (!same) {
      losses.noTarget("/declaredValue", "", "the sum of the lines");
    }
  }

  private static List<BigDecimal> shared(List<BigDecimal> lines, BigDecimal sum, BigDecimal more) {
    var shared = new ArrayList<BigDecimal>();
    var rest = more;
    for (int i = 0; i < lines.size(); i++) {
      var value = lines.get(i);
      boolean last = i == lines.size() - 1;
      var share =
          last || sum.signum() == 0
              ? last ? rest : BigDecimal.ZERO
              : more.multiply(value).divide(sum, 2, RoundingMode.DOWN);
      rest = rest.subtract(share);
      shared.add(value.add(share));
    }
    return shared;
  }
}
