package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;

/**
 * Gross masses of the lines, which a declaration wants and an item does not have: the item's own
 * for its only line, else parted by the net masses so that they sum up to it; none where a line has
 * no net mass (ours).
 */
final class LineMasses {
  private static final Pattern MASS = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final int GRAMS = 3;

  private final List<BigDecimal> masses = new ArrayList<>();

  LineMasses(ItemDeclaration item, LossList losses) {
    var gross = kilograms(item.grossMass());
    int lines = item.contents().size();
    if (lines == 1) {
      masses.add(gross);
      return;
    }
    var nets = item.contents().stream().map(piece -> kilograms(piece.netMass())).toList();
    var sum = BigDecimal.ZERO;
    for (var net : nets) {
      sum = net == null || sum == null ? null : sum.add(net);
    }
    if (gross == null || sum == null || sum.signum() == 0) {
      for (int i = 0; i < lines; i++) {
        masses.add(null);
      }
      losses.noTarget("/grossMass", "", "a gross mass for each line, or net masses to part it by");
      return;
    }
    losses.rearranged("/grossMass", "", "parted by the net masses of the lines");
    part(gross, nets, sum);
  }

  private void part(BigDecimal gross, List<BigDecimal> nets, BigDecimal sum) {
    var left = gross;
    for (int i = 0; i < nets.size() - 1; i++) {
      var mass = gross.multiply(nets.get(i)).divide(sum, GRAMS, RoundingMode.DOWN);
      masses.add(mass);
      left = left.subtract(mass);
    }
    masses.add(left);
  }

  private static BigDecimal kilograms(Mass mass) {
    boolean usable =
        mass != null
            && "KGM".equals(mass.unitCode())
            && mass.value() != null
            && MASS.matcher(mass.value()).matches();
    return usable ? new BigDecimal(mass.value()).setScale(GRAMS, RoundingMode.HALF_UP) : null;
  }

  /** The gross mass of a line, or null. */
  BigDecimal of(int line) {
    return masses.get(line);
  }
}
