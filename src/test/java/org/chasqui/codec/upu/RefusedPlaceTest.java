package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RefusedPlaceTest {

  @Test
  void aValueThatCannotBeReadIsRefusedThoughItsCharactersAreWarnedOf() throws IOException {
    var good = Files.readString(Path.of("src/test/resources/golden/upu/predes/input.edi"));
    var bad = good.replace("CNI+1+CLSCLABRSAOD", "CNI+1+CLSCLABR\nSAOD");

    var reading = Reading.of(bad.getBytes(ISO_8859_1));

    assertThat(reading.messages()).isEmpty();
    assertThat(reading.problems())
        .extracting(problem -> problem.severity() + " " + problem.code().code())
        .contains("WARNING EAD-1004", "ERROR EAD-1305");
  }
}
