package org.chasqui.codec.duca;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Apportionment;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;

/**
 * The amounts and masses of one declaration, in the one currency of the declared value: the fields
 * have no place for others.
 *
 * @param currency ISO 4217, or null when no value is known
 * @param value field 25
 * @param freight field 26, or null
 * @param values of the lines, field 48
 * @param freights of the lines, field 49; empty without freight
 * @param gross field 32
 * @param grosses of the lines, field 38
 * @param nets of the lines, field 37, each perhaps null
 */
record DucaValues(
    String currency,
    BigDecimal value,
    BigDecimal freight,
    List<BigDecimal> values,
    List<BigDecimal> freights,
    BigDecimal gross,
    List<BigDecimal> grosses,
    List<BigDecimal> nets) {

  static DucaValues of(ItemDeclaration item, LossList losses) {
    var currency = currency(item);
    var values = new ArrayList<BigDecimal>();
    var nets = new ArrayList<BigDecimal>();
    for (int i = 0; i < item.contents().size(); i++) {
      var piece = item.contents().get(i);
      values.add(amount(piece.value(), currency, "/contents/" + i + "/value", losses));
      var mass = piece.netMass();
      nets.add(mass == null ? null : kilograms(mass, "/contents/" + i + "/netMass", losses));
    }
    var declared = item.declaredValue();
    var value =
        declared == null ? sum(values) : amount(declared, currency, "/declaredValue", losses);
    var freight = freight(item.postage(), currency, losses);
    var gross = kilograms(item.grossMass(), "/grossMass", losses);
    return new DucaValues(
        currency,
        value,
        freight,
        values,
        freight == null ? List.of() : Apportionment.of(freight, values, 2),
        gross,
        Apportionment.of(gross, weights(nets), 3),
        nets);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String currency(ItemDeclaration item) {
    if (item.declaredValue() != null) {
      return item.declaredValue().currencyCode();
    }
    for (var piece : item.contents()) {
      if (piece.value() != null) {
        return piece.value().currencyCode();
      }
    }
    return null;
  }

  /** Lines share the gross mass by their net masses where every one is known, else equally. */
  private static List<BigDecimal> weights(List<BigDecimal> nets) {
    boolean known = !nets.contains(null);
    return nets.stream().map(net -> known ? net : BigDecimal.ONE).toList();
  }

  private static BigDecimal amount(Money money, String currency, String base, LossList losses) {
    if (money == null || currency == null || !currency.equals(money.currencyCode())) {
      losses.needs(base, "", "an amount in the currency of the declared value");
      return BigDecimal.ZERO;
    }
    return losses
        .decimal(money.amount(), 13, 6, RoundingMode.HALF_UP, base, "/amount")
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal freight(Money postage, String currency, LossList losses) {
    if (postage == null) {
      return null;
    }
    if (currency == null || !currency.equals(postage.currencyCode())) {
      losses.noTarget("/postage", "", "an amount in the currency of the declared value");
      return null;
    }
    return amount(postage, currency, "/postage", losses);
  }

  private static BigDecimal kilograms(Mass mass, String base, LossList losses) {
    return losses.kilograms(mass, 12, 6, RoundingMode.HALF_UP, base).orElse(BigDecimal.ZERO);
  }

  /** Field 33; null when a line does not tell its own. */
  BigDecimal net() {
    return nets.isEmpty() || nets.contains(null) ? null : sum(nets);
  }

  /** Field 29: value and freight. */
  BigDecimal customsValue() {
    return freight == null ? value : value.add(freight);
  }

  /** Field 52 of a line: its value and its freight. */
  BigDecimal customsValue(int line) {
    return freights.isEmpty() ? values.get(line) : values.get(line).add(freights.get(line));
  }
}
