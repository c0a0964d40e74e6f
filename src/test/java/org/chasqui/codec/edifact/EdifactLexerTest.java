package org.chasqui.codec.edifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdifactLexerTest {
  private static final String UNB = "UNB+UNOC:3+A+B+261103:0915+1'";

  @Test
  void cutsElementsAndComponents() throws IOException {
    assertThat(lex(UNB + "NAD+CZ+++A:B+C'"))
        .containsExactly("UNB|UNOC:3|A|B|261103:0915|1", "NAD|CZ|||A:B|C");
  }

  @Test
  void takesTheReleaseCharacterAway() throws IOException {
    assertThat(lex(UNB + "FTX+a?+b?:c?'d??'")).contains("FTX|a+b:c'd?");
  }

  @Test
  void readsWithoutUnaByDefaults() throws IOException {
    assertThat(lex(UNB)).containsExactly("UNB|UNOC:3|A|B|261103:0915|1");
  }

  @Test
  void readsWithTheCharactersOfUna() throws IOException {
    assertThat(lex("UNA|*,\\ ~UNB*UNOC|3*A~FTX*a\\*b|+:'~"))
        .containsExactly("UNB|UNOC:3|A", "FTX|a*b:+:'");
  }

  @Test
  void readsLevelBSeparatorsWithoutUna() throws IOException {
    assertThat(lex("UNB\u001DUNOB\u001F1\u001DA\u001CFTX\u001DA+B\u001C"))
        .containsExactly("UNB|UNOB:1|A", "FTX|A+B");
  }

  @Test
  void acceptsATerminatorThatIsALineBreak() throws IOException {
    assertThat(lex("UNA:+.? \nUNB+UNOC:3+A\nFTX+x\n")).containsExactly("UNB|UNOC:3|A", "FTX|x");
  }

  @Test
  void repeatsInSyntaxVersionFourOnly() throws IOException {
    assertThat(lex("UNB+UNOC:4+A'FTX+a*b:c+d'")).contains("FTX|a*b:c|d");
    var segments = new ArrayList<String>();
    EdifactLexer.lex(
        bytes("UNB+UNOC:4+A'FTX+a*b:c+d'"),
        handler(
            segment ->
                segments.add(
                    segment.repetitions(1)
                        + segment.text(1, 1)
                        + segment.text(1, 2, 1)
                        + segment.text(1, 2, 2)
                        + segment.text(1, 3, 1)),
            fault -> {}));
    assertThat(segments.get(1)).isEqualTo("2abcnull");
    segments.clear();
    EdifactLexer.lex(
        bytes("UNB+UNOC:3+A'FTX+a*b'"), handler(s -> segments.add(s.text(1)), fault -> {}));
    assertThat(segments.get(1)).isEqualTo("a*b");
  }

  @Test
  void skipsASegmentThatIsTooLongAndGoesOn() throws IOException {
    var states = new ArrayList<String>();
    var document = UNB + "FTX+" + "x?'".repeat(100_000) + "'BGM+1'";

    EdifactLexer.lex(
        bytes(document),
        handler(segment -> states.add(segment.tag() + " " + segment.state()), fault -> {}));

    assertThat(states).containsExactly("UNB WHOLE", "FTX TOO_LONG", "BGM WHOLE");
  }

  @Test
  void aSegmentOfTheMostIsWhole() throws IOException {
    for (int extra = -1; extra <= 1; extra++) {
      var states = new ArrayList<Segment.State>();
      var text = "x".repeat(EdifactLexer.MAX_SEGMENT - 4 + extra);
      EdifactLexer.lex(
          bytes(UNB + "FTX+" + text + "'BGM+1'"),
          handler(segment -> states.add(segment.state()), fault -> {}));
      var expected = extra > 0 ? Segment.State.TOO_LONG : Segment.State.WHOLE;
      assertThat(states).containsExactly(Segment.State.WHOLE, expected, Segment.State.WHOLE);
    }
  }

  @Test
  void givesTheSameSegmentsHoweverTheStreamIsCut() throws IOException {
    var random = new Random(5);
    var document = new StringBuilder(UNB);
    for (int i = 0; i < 3_000; i++) {
      document.append("FTX+").append(i).append("?'?+").append("y".repeat(random.nextInt(90)));
      document.append(i % 3 == 0 ? "'\r\n" : "'");
    }
    var whole = lex(document.toString());

    var cut = new ArrayList<String>();
    var stream = new ByteArrayInputStream(document.toString().getBytes(ISO_8859_1));
    EdifactLexer.lex(new Trickle(stream, random), handler(s -> cut.add(show(s)), fault -> {}));

    assertThat(cut).isEqualTo(whole);
  }

  @Test
  void saysThatTheLastSegmentIsNotTerminated() throws IOException {
    var states = new ArrayList<Segment.State>();
    EdifactLexer.lex(
        bytes(UNB + "FTX+abc?"), handler(segment -> states.add(segment.state()), fault -> {}));
    assertThat(states).containsExactly(Segment.State.WHOLE, Segment.State.UNTERMINATED);
  }

  @Test
  void keptSegmentsOutliveTheBuffer() throws IOException {
    var kept = new ArrayList<Segment>();
    var document = UNB + "FTX+a?+b+c:d'".repeat(40_000);

    EdifactLexer.lex(bytes(document), handler(segment -> kept.add(segment.keep()), fault -> {}));

    assertThat(kept).hasSize(40_001);
    assertThat(kept.subList(1, kept.size())).allMatch(s -> show(s).equals("FTX|a+b|c:d"));
  }

  private interface Taker<T> {
    void take(T value);
  }

  private static EdifactLexer.Handler handler(Taker<Segment> segments, Taker<Fault> faults) {
    return new EdifactLexer.Handler() {
      @Override
      public void segment(Segment segment) {
        segments.take(segment);
      }

      @Override
      public void fault(Fault fault) {
        faults.take(fault);
      }
    };
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  private static List<String> lex(String document) throws IOException {
    var segments = new ArrayList<String>();
    EdifactLexer.lex(
        bytes(document),
        handler(
            segment -> segments.add(show(segment)),
            fault -> {
              throw new AssertionError(fault);
            }));
    return segments;
  }

  static String show(Segment segment) {
    var text = new StringBuilder(segment.tag());
    for (int e = 1; e <= segment.elements(); e++) {
      text.append('|');
      for (int r = 1; r <= segment.repetitions(e); r++) {
        text.append(r > 1 ? "*" : "");
        int last = r == 1 ? segment.components(e) : 9;
        for (int c = 1; c <= last; c++) {
          var part = segment.text(e, r, c);
          if (r > 1 && part == null) {
            break;
          }
          text.append(c > 1 ? ":" : "").append(part == null ? "" : part);
        }
      }
    }
    return text.toString();
  }

  /** A stream that gives a few bytes at a time. */
  private static final class Trickle extends InputStream {
    private final InputStream in;
    private final Random random;

    Trickle(InputStream in, Random random) {
      this.in = in;
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, Math.min(length, 1 + random.nextInt(700)));
    }
  }
}
