package org.chasqui.quality;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;

/** Whether the parts of a declaration agree with its whole. */
final class Consistency {
  private static final BigDecimal TOLERANCE_PER_LINE = new BigDecimal("0.01");
  private static final Set<Measure> SUMS = EnumSet.of(Measure.MASS_SUM, Measure.VALUE_SUM);

  void judge(ItemDeclaration declaration, Assessment.Draft draft) {
    masses(declaration.contents(), declaration.grossMass(), draft);
    values(declaration.contents(), declaration.declaredValue(), draft);
    draft.sum(Measure.CONSISTENT, SUMS);
  }

  /** Too much is too much even when some mass is not known. */
  private static void masses(List<ContentPiece> contents, Mass gross, Assessment.Draft draft) {
    var limit = gross == null ? null : Amounts.decimal(gross.value());
    var sum = BigDecimal.ZERO;
    var whole = limit != null && !contents.isEmpty();
    for (var piece : contents) {
      var mass = inUnitOf(gross, piece.netMass());
      whole &= mass != null;
      sum = mass == null ? sum : sum.add(mass);
    }
    if (limit != null && sum.compareTo(limit) > 0) {
      draft.judge(Measure.MASS_SUM, false);
    } else if (whole) {
      draft.judge(Measure.MASS_SUM, true);
    } else {
      draft.unknown(Measure.MASS_SUM);
    }
  }

  /** The mass; null when it is missing or in another unit. */
  private static BigDecimal inUnitOf(Mass gross, Mass mass) {
    return mass == null || gross == null || !Objects.equals(mass.unitCode(), gross.unitCode())
        ? null
        : Amounts.decimal(mass.value());
  }

  private static void values(List<ContentPiece> contents, Money declared, Assessment.Draft draft) {
    var total = declared == null ? null : Amounts.decimal(declared.amount());
    var sum = total == null ? null : sum(contents, declared.currencyCode());
    if (sum == null) {
      draft.unknown(Measure.VALUE_SUM);
      return;
    }
    var tolerance = TOLERANCE_PER_LINE.multiply(BigDecimal.valueOf(contents.size()));
    draft.judge(Measure.VALUE_SUM, sum.subtract(total).abs().compareTo(tolerance) <= 0);
  }

  /** The sum of the values; null when one is missing or in another currency. */
  private static BigDecimal sum(List<ContentPiece> contents, String currencyCode) {
    var sum = contents.isEmpty() ? null : BigDecimal.ZERO;
    for (var piece : contents) {
      var amount = piece.value() == null ? null : Amounts.decimal(piece.value().amount());
      if (amount == null
          || currencyCode == null
          || !currencyCode.equals(piece.value().currencyCode())) {
        return null;
      }
      sum = sum.add(amount);
    }
    return sum;
  }
}
