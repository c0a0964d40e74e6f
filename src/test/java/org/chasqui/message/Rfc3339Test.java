package org.chasqui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Rfc3339Test {
  private static final String[] TIMES = {
    "2026-11-03T09:15:00-03:00", "2024-02-29T23:59:59+14:00", "2026-11-03T09:15:00Z"
  };

  @Test
  void readsWhatTheLibraryReadsAndRefusesWhatItRefuses() {
    var random = new Random(5);
    var read = 0;
    for (var round = 0; round < 200_000; round++) {
      var text = new StringBuilder(TIMES[random.nextInt(TIMES.length)]);
      for (var change = random.nextInt(3); change > 0; change--) {
        var alphabet = "0123456789-+:TZ.";
        var at = random.nextInt(text.length());
        text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var theirs = theirs(text.toString());
      assertThat(ours(text.toString())).as(text.toString()).isEqualTo(theirs);
      read += theirs.isEmpty() ? 0 : 1;
    }
    assertThat(read).isBetween(50_000, 190_000);
  }

  /** As text, which tells the offset too. */
  private static String ours(String text) {
    try {
      return Rfc3339.parse(text).toString();
    } catch (DateTimeException notATime) {
      return "";
    }
  }

  private static String theirs(String text) {
    try {
      return OffsetDateTime.parse(text).toString();
    } catch (DateTimeException notATime) {
      return "";
    }
  }
}
