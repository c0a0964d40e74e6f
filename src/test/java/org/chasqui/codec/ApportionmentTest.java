package org.chasqui.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts of a total. */
class ApportionmentTest {
  @Test
  void partsMakeTheTotalAgainAndAreNeverNegative() {
    var random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      var total = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
      var weights = new ArrayList<BigDecimal>();
      for (int i = random.nextInt(9); i >= 0; i--) {
        weights.add(BigDecimal.valueOf((long) random.nextInt(3) * random.nextInt(5000), 2));
      }
      var parts = Apportionment.of(total, weights, 2);
      assertThat(parts).hasSameSizeAs(weights).allMatch(part -> part.signum() >= 0);
      assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("%s over %s", total, weights)
          .isEqualByComparingTo(total);
    }
  }

  @Test
  void partsGoByWeightAndAreEqualWithoutAny() {
    assertThat(parts("10.00", "1", "2", "1")).containsExactly("2.50", "5.00", "2.50");
    assertThat(parts("10.00", "0", "0", "0")).containsExactly("3.33", "3.34", "3.33");
    assertThat(parts("10.001", "1", "1")).containsExactly("5.001", "5.000");
  }

  private static List<String> parts(String total, String... weights) {
    var all = List.of(weights).stream().map(BigDecimal::new).toList();
    return Apportionment.of(new BigDecimal(total), all, 2).stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
