package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 12;
  private static final int TRIES = 2_000;

  /** Any validity within some days, with or without a first and a last one. */
  private static Validity any(Random random) {
    int first = random.nextInt(DAYS);
    int last = first + random.nextInt(DAYS - first);
    return new Validity(
        random.nextInt(5) == 0 ? null : START.plusDays(first),
        random.nextInt(5) == 0 ? null : START.plusDays(last));
  }

  @Test
  void twoOverlapExactlyWhenBothCoverOneDay() {
    var random = new Random(7);
    for (int i = 0; i < TRIES; i++) {
      var one = any(random);
      var other = any(random);
      boolean shared =
          START
              .minusDays(1)
              .datesUntil(START.plusDays(DAYS + 1))
              .anyMatch(day -> one.covers(day) && other.covers(day));

      assertThat(one.overlaps(other)).as("%s and %s", one, other).isEqualTo(shared);
      assertThat(other.overlaps(one)).as("%s and %s", other, one).isEqualTo(shared);
    }
  }

  @Test
  void coversItsFirstAndLastDayAndNoDayBeyond() {
    var random = new Random(11);
    for (int i = 0; i < TRIES; i++) {
      var validity = any(random);
      if (validity.from() != null) {
        assertThat(validity.covers(validity.from())).as(validity.toString()).isTrue();
        assertThat(validity.covers(validity.from().minusDays(1))).as("%s", validity).isFalse();
      }
      if (validity.to() != null) {
        assertThat(validity.covers(validity.to())).as(validity.toString()).isTrue();
        assertThat(validity.covers(validity.to().plusDays(1))).as("%s", validity).isFalse();
      }
    }
  }
}
