package org.chasqui.codec.edifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EdifactWriterTest {

  @Test
  void keepsTheCountsAndLeavesOutWhatIsEmptyAtTheEnd() {
    var writer = new EdifactWriter(SyntaxLevel.UNOC);
    writer.begin(
        new InterchangeHead("A", null, "B", "58", "REF", null, true, true), "261103", "0915");
    writer.beginMessage(new MessageHead(null, "ITMATT", "D", "00A", "UN", null));
    writer.segment("FTX").element("ACB").element("").element("a'b", null, "c?+:").element().end();
    writer.endMessage();

    assertThat(new String(writer.endInterchange(), ISO_8859_1))
        .isEqualTo(
            """
            UNA:+.? '
            UNB+UNOC:3+A+B:58+261103:0915+REF++++1++1'
            UNH+1+ITMATT:D:00A:UN'
            FTX+ACB++a?'b::c???+?:'
            UNT+3+1'
            UNZ+1+REF'
            """);
  }

  @Test
  void fitsTextsIntoTheLevel() {
    var latin = new CharacterFit(SyntaxLevel.UNOC);
    assertThat(latin.fit("Peñalolén nº 5")).isEqualTo("Peñalolén nº 5");
    assertThat(latin.fit("Łódź “x” – 5 €")).isEqualTo("Lódz \"x\" - 5 EUR");
    assertThat(latin.fit("東京\n1")).isEqualTo("???1");
    assertThat(latin.fit("e\u0301")).isEqualTo("é");
    var levelA = new CharacterFit(SyntaxLevel.of("UNOA").orElseThrow());
    assertThat(levelA.fit("José@x")).isEqualTo("JOSE?X");
    var utf8 = new CharacterFit(SyntaxLevel.of("UNOY").orElseThrow());
    assertThat(List.of(utf8.fit("東京"), utf8.fit("\uD83D\uDE00")))
        .containsExactly("東京", "\uD83D\uDE00");
  }
}
