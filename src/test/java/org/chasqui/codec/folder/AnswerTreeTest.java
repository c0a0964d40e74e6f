package org.chasqui.codec.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.chasqui.message.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner answers and cannot be read is a problem, never a failure of the gateway. */
class AnswerTreeTest {
  @TempDir Path folder;

  @Test
  void jsonThatEndsEarlyIsTruncated() {
    assertThat(of("json", "{\"a\":".getBytes(StandardCharsets.UTF_8)).problem().code())
        .isEqualTo(ProblemCode.TRUNCATED);
  }

  @Test
  void jsonOfBytesThatAreNoCharacterIsUnreadable() {
    var document = "{\"a\": \"b\"}".getBytes(Charset.forName("UTF-32LE"));
    document[document.length - 9] = 0x7F;

    assertThat(of("json", document).problem().code()).isEqualTo(ProblemCode.UNREADABLE);
  }

  @Test
  void textThatIsNotUtf8IsUnreadable() {
    assertThat(of("text", new byte[] {(byte) 0xFF}).problem().code())
        .isEqualTo(ProblemCode.UNREADABLE);
  }

  private AnswerTree of(String as, byte[] document) {
    return AnswerTree.of(new Engine(folder), as, document);
  }
}
