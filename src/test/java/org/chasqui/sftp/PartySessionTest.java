package org.chasqui.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ways to open a file write, in flags and access of versions 5 and 6. */
class PartySessionTest {
  @ParameterizedTest
  @CsvSource({"2, 129, true", "2, 1, true", "2, 256, false", "3, 256, false", "2, 2, false"})
  void whatMayWriteIsNotTakenForReading(int flags, int access, boolean reads) {
    assertThat(PartySession.onlyReads(flags, access)).isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "3, 1", "4, 1", "10, 1", "18, 1"})
  void whatMakesShortensOrAppendsIsNotTakenForReading(int flags, int access) {
    assertThat(PartySession.onlyReads(flags, access)).isFalse();
  }
}
