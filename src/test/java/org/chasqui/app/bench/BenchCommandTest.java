package org.chasqui.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.chasqui.app.Commands;
import org.chasqui.app.gateway.Region;
import org.junit.jupiter.api.Test;

/** The benchmark measures what it says; how fast is no matter of a test. */
class BenchCommandTest {

  @Test
  void printsEveryFigureOfAStageAsJson() throws Exception {
    var ran =
        Commands.run("bench", "--only", "lexing", "--items", "400", "--rounds", "1", "--json");
    assertThat(ran.exitCode()).isZero();
    var document = new ObjectMapper().readTree(ran.bytes());
    assertThat(document.path("machine").asText()).contains("processors");
    assertThat(document.path("figures").findValuesAsText("name"))
        .anyMatch(name -> name.startsWith("floor"))
        .anyMatch(name -> name.startsWith("StAEDI"))
        .contains("our lexer of the floor");
    assertThat(document.path("figures"))
        .allMatch(figure -> figure.path("median").asDouble() > 0)
        .anyMatch(figure -> figure.path("budget").asText().equals("at least 60 %"));
  }

  @Test
  void refusesAStageThatItDoesNotKnow() {
    var ran = Commands.run("bench", "--only", "lexing,magic");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.errors()).contains("--only").contains("magic");
  }

  @Test
  void letsAllReadersReadTheSameTexts() throws Exception {
    var region = Region.load(Path.of("").toAbsolutePath(), Map.of());
    for (var document : new BenchTraffic(region, 7, 200).documents()) {
      // StAEDI hands UNA on as a segment, we as service characters; here they are the default ones
      assertThat(new String(document, 0, 9, StandardCharsets.US_ASCII)).isEqualTo("UNA:+.? '");
      var rest = Arrays.copyOfRange(document, 9, document.length);
      assertThat(LexingBench.lex(rest, true)).isEqualTo(LexingBench.staedi(rest));
    }
  }

  @Test
  void takesTheMiddleOfTheRoundsAndTheNearestRankOfTimes() {
    var figure = Figure.of("s", "n", "u", new double[] {9, 1, 5});
    assertThat(figure.least()).isEqualTo(1);
    assertThat(figure.median()).isEqualTo(5);
    assertThat(figure.most()).isEqualTo(9);
    assertThat(Figure.median(new double[] {1, 2, 4, 8})).isEqualTo(3);
    var times = new long[100];
    for (int i = 0; i < times.length; i++) {
      times[i] = i + 1L;
    }
    assertThat(Figure.percentile(times, 0.50)).isEqualTo(50);
    assertThat(Figure.percentile(times, 0.99)).isEqualTo(99);
    assertThat(Figure.percentile(new long[] {7}, 0.99)).isEqualTo(7);
  }

  @Test
  void holdsTheMedianAgainstTheBudget() {
    var figure = Figure.of("s", "n", "u", new double[] {40, 60, 80});
    assertThat(figure.atLeast(60).met()).isTrue();
    assertThat(figure.atLeast(61).met()).isFalse();
    assertThat(figure.under(60).met()).isFalse();
    assertThat(figure.under(60.5).budget()).isEqualTo("under 60.5 u");
  }

  @Test
  void comparesContendersRoundByRound() {
    assertThat(Rounds.ratios(new double[] {1, 3}, new double[] {2, 4}))
        .containsExactly(new double[] {50, 75}, within(1e-9));
  }
}
