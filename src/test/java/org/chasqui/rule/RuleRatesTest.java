package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in another currency are held against a rule by the rate of the day alone. */
class RuleRatesTest {
  @TempDir private Path folder;

  private RuleBook book(String rules, String rates) throws Exception {
    return RuleBook.of(Rules.profiles(folder, "uy", rules, rates));
  }

  @Test
  void convertsOnlyByARateThatIsGivenForTheDay() throws Exception {
    var rules = "thresholds:\n  - {name: limit, amount: 10, currency: USD, " + RuleBookTest.LAW;
    var given = book(rules, "EUR,USD,1.0831,2026-05-01,2026-05-01,bank,documented\n");
    var found = RuleBookTest.only(given, RuleBookTest.worth("9.00", "EUR"));

    assertThat(found.outcome()).isEqualTo(Outcome.WITHIN);
    assertThat(found.compared()).isEqualTo("9.7479 USD");
    assertThat(RuleBookTest.text(given, found.rate()).path("source").asText()).isEqualTo("bank");
    assertThat(RuleBookTest.only(given, RuleBookTest.worth("9.24", "EUR")).outcome())
        .isEqualTo(Outcome.ABOVE);
  }

  @ParameterizedTest
  @CsvSource({
    "'EUR,USD,1.1,2026-04-30,2026-04-30'",
    "'EUR,USD,1.1,2026-05-02,2026-05-31'",
    "'USD,EUR,0.9,2026-05-01,2026-05-01'",
    "'EUR,PEN,4.1,2026-05-01,2026-05-01'"
  })
  void neitherAnotherDayNorTheOtherWayNorAnotherCurrencyIsARate(String rate) throws Exception {
    var rules = "thresholds:\n  - {name: limit, amount: 10, currency: USD, " + RuleBookTest.LAW;
    var found =
        RuleBookTest.only(
            book(rules, rate + ",bank,documented\n"), RuleBookTest.worth("9.00", "EUR"));

    assertThat(found)
        .isEqualTo(
            new AppliedRule(found.rule(), Outcome.NOT_EVALUATED, "9.00 EUR", Reason.NO_RATE, null));
  }
}
