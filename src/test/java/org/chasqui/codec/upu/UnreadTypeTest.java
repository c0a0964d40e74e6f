package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A definition file may be there before the reading of its messages is. */
class UnreadTypeTest {
  private static final String UNREAD =
      "UNH+9+IFTMIN:D:00A:UN:M99'\nBGM+77+1+9'\nCNI+1+CP123456785CL'\nUNT+4+9'\n";

  @TempDir Path folder;

  @Test
  void aDefinedTypeWithoutReadingIsRefusedAndTheOtherMessagesAreKept() throws IOException {
    var reading = Reading.of(document(), new UpuDecoder(Layouts.withUnread(folder)));

    assertThat(reading.messages()).hasSize(1);
    assertThat(reading.problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly("EAD-1308 message 9 segment 1 UNH element 2 component 1");
    var control = ControlMessage.write(reading.report(), Writing.context()).orElseThrow();
    assertThat(new String(control, ISO_8859_1))
        .contains("UCM+9+IFTMIN:D:00A:UN:M99+4+3+UNH+3:1'", "UCM+1+ITMATT:D:00A:UN:M33+7'");
  }

  @Test
  void mutationsOfItGiveLocatedProblemsAndNoException() throws IOException {
    var decoder = new UpuDecoder(Layouts.withUnread(folder));
    var random = new Random(44);
    for (int round = 0; round < 5_000; round++) {
      var reading = Reading.of(HostileInterchangeTest.mutated(document(), random), decoder);
      for (var problem : reading.problems()) {
        assertThat(problem.location()).isNotNull();
      }
      assertThat(ControlMessage.write(reading.report(), Writing.context())).isNotNull();
    }
  }

  private static byte[] document() throws IOException {
    var sample = Files.readString(Path.of("samples/itmatt-cl-br.edi"), ISO_8859_1);
    return sample
        .replace("UNH+1+", UNREAD + "UNH+1+")
        .replace("UNZ+1+", "UNZ+2+")
        .getBytes(ISO_8859_1);
  }
}
