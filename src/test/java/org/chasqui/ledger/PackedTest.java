package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTest {
  @Test
  void givesBackWhatWasPacked() {
    var random = new Random(11);
    for (int size = 0; size < 20_000; size = size * 2 + 1) {
      var noise = new byte[size];
      random.nextBytes(noise);
      var text = "{\"data\":{}}".repeat(size / 10).getBytes(StandardCharsets.UTF_8);
      for (var content : new byte[][] {noise, text}) {
        assertThat(Packed.unpack(Packed.pack(content))).isEqualTo(content);
        assertThat(Packed.unpack(Packed.packMessage(content))).isEqualTo(content);
      }
    }
    assertThat(Packed.unpack(Packed.pack(null))).isNull();
  }

  @Test
  void refusesDamagedContent() {
    for (var damaged : new byte[][] {{}, {9, 1}, {1, 5, 5, 5}, {2, 1}}) {
      assertThatThrownBy(() -> Packed.unpack(damaged)).isInstanceOf(LedgerException.class);
    }
  }

  /** Every message in every ledger needs this dictionary: a better one is a new file. */
  @Test
  void neverChangesItsDictionary() throws IOException {
    try (var dictionary = Packed.class.getResourceAsStream("dictionary-1.txt")) {
      assertThat(RawDocument.of(dictionary.readAllBytes()).sha256())
          .isEqualTo("ef430fdabf28328a6d1fdb76c3c123448ab7077ffd6079629b825e58670072a0");
    }
  }
}
