package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of Uruguay (UTC-3, no change of clocks), as each test writes them. */
class RuleBookTest {
  static final Instant NOON = Instant.parse("2026-05-01T15:00:00Z");
  static final String LAW = "legalSource: law, confidence: documented}\n";

  @TempDir private Path folder;

  private RuleBook book(String rules) throws Exception {
    return RuleBook.of(Rules.profiles(folder, "uy", rules, ""));
  }

  static ItemDeclarationBuilder item() {
    return ItemDeclaration.builder()
        .function(MessageFunction.ORIGINAL)
        .originCountryCode("CL")
        .destinationCountryCode("UY");
  }

  static ItemDeclaration worth(String amount, String currency) {
    return item().declaredValue(new Money(amount, currency)).build();
  }

  private static List<AppliedRule> applied(RuleBook book, ItemDeclaration item, Instant at) {
    return book.assess(item, at).orElseThrow().applied();
  }

  static AppliedRule only(RuleBook book, ItemDeclaration item) {
    var applied = applied(book, item, NOON);
    assertThat(applied).hasSize(1);
    return applied.getFirst();
  }

  static JsonNode text(RuleBook book, String reference) throws Exception {
    return new ObjectMapper().readTree(book.texts().get(reference));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T02:59:59Z,200", // still April where the administration is
    "2026-05-01T03:00:00Z,800",
    "2027-01-01T03:00:00Z,800"
  })
  void aRuleChangesByItselfOnItsDayInTheZoneOfTheAdministration(String at, String amount)
      throws Exception {
    var book =
        book(
            "thresholds:\n"
                + "  - {name: limit, amount: 200, currency: USD, validTo: 2026-04-30, "
                + LAW
                + "  - {name: limit, amount: 800, currency: USD, validFrom: 2026-05-01, "
                + LAW);

    var applied = applied(book, worth("500", "USD"), Instant.parse(at));

    assertThat(applied).hasSize(1);
    assertThat(text(book, applied.getFirst().rule()).path("amount").asText()).isEqualTo(amount);
    assertThat(applied.getFirst().outcome())
        .isEqualTo(amount.equals("800") ? Outcome.WITHIN : Outcome.ABOVE);
  }

  @Test
  void aRuleMayCountTheDayOfPosting() throws Exception {
    var book =
        book(
            "thresholds:\n"
                + "  - {name: limit, amount: 9, currency: USD, dated: posting, validTo: 2026-04-30, "
                + LAW);
    var postedBefore = worth("5", "USD").toBuilder().postingDateTime("2026-04-30T23:59:59-03:00");

    assertThat(applied(book, postedBefore.build(), NOON)).hasSize(1);
    assertThat(
            applied(book, postedBefore.postingDateTime("2026-05-01T00:00:00-03:00").build(), NOON))
        .isEmpty();
  }

  @Test
  void withoutAPostingThatCanBeReadTheReceiptCounts() throws Exception {
    var book =
        book(
            "thresholds:\n"
                + "  - {name: limit, amount: 9, currency: USD, dated: posting, validFrom: 2026-05-01, "
                + LAW);

    for (var posting : new String[] {null, "yesterday"}) {
      var assessment =
          book.assess(worth("5", "USD").toBuilder().postingDateTime(posting).build(), NOON);
      assertThat(assessment.orElseThrow().posted()).isNull();
      assertThat(assessment.orElseThrow().applied()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10,1,WITHIN,",
    "10.01,1,ABOVE,",
    "10,2.001,ABOVE,",
    "10,,NOT_EVALUATED,NO_MASS",
    "10.01,,ABOVE,",
    ",1,NOT_EVALUATED,NO_VALUE",
    ",3,ABOVE,"
  })
  void aThresholdIsWithinOnlyWhenValueAndMassAre(
      String amount, String mass, Outcome outcome, Reason reason) throws Exception {
    var book =
        book("thresholds:\n  - {name: limit, amount: 10, currency: USD, massKilograms: 2, " + LAW);
    var item =
        item()
            .declaredValue(amount == null ? null : new Money(amount, "USD"))
            .grossMass(mass == null ? null : new Mass(mass, "KGM"))
            .build();

    assertThat(only(book, item).outcome()).isEqualTo(outcome);
    assertThat(only(book, item).reason()).isEqualTo(reason);
  }

  @Test
  void theAmountItselfIsAboveALimitThatSaysBelow() throws Exception {
    var book = book("thresholds:\n  - {name: l, amount: 10, below: true, currency: USD, " + LAW);

    assertThat(only(book, worth("9.99", "USD")).outcome()).isEqualTo(Outcome.WITHIN);
    assertThat(only(book, worth("10", "USD")).outcome()).isEqualTo(Outcome.ABOVE);
  }

  @ParameterizedTest
  @CsvSource({"onlyIf: 'a natural person',CONDITION", "basis: CIF,BASIS"})
  void whatADeclarationDoesNotShowIsNotSaidToBeMet(String key, Reason reason) throws Exception {
    var book = book("thresholds:\n  - {name: l, amount: 10, currency: USD, " + key + ", " + LAW);

    assertThat(only(book, worth("9", "USD")).outcome()).isEqualTo(Outcome.NOT_EVALUATED);
    assertThat(only(book, worth("9", "USD")).reason()).isEqualTo(reason);
    assertThat(only(book, worth("11", "USD")).outcome()).isEqualTo(Outcome.ABOVE);
  }

  @Test
  void theValueOfTheLinesStandsForThatOfTheWholeWhenTheyAreOfOneCurrency() throws Exception {
    var book = book("thresholds:\n  - {name: limit, amount: 10, currency: USD, " + LAW);
    var lines = item().contents(List.of(piece("6", "USD", null), piece("5", "USD", null))).build();
    var mixed = item().contents(List.of(piece("6", "USD", null), piece("5", "EUR", null))).build();

    assertThat(only(book, lines).compared()).isEqualTo("11 USD");
    assertThat(only(book, mixed).reason()).isEqualTo(Reason.NO_VALUE);
  }

  private static ContentPiece piece(String amount, String currency, String hsCode) {
    return ContentPiece.builder().value(new Money(amount, currency)).hsCode(hsCode).build();
  }

  @Test
  void aRuleForCouriersOriginsCategoriesOrGoodsIsForNoOtherItem() throws Exception {
    var limit = ", amount: 10, currency: USD, ";
    var book =
        book(
            "thresholds:\n  - {name: courier, channel: courier"
                + limit
                + LAW
                + "  - {name: origin, origins: [US, CN]"
                + limit
                + LAW
                + "  - {name: gift, categories: [gift]"
                + limit
                + LAW
                + "  - {name: clothes, hsCodes: ['61', '6204']"
                + limit
                + LAW);
    var one = piece("1", "USD", "620442");

    assertThat(applied(book, worth("1", "USD"), NOON)).isEmpty();
    assertThat(names(book, item().originCountryCode("CN").build())).containsExactly("origin");
    assertThat(names(book, item().itemCategory(ItemCategory.GIFT).build())).containsExactly("gift");
    assertThat(names(book, item().contents(List.of(one)).build())).containsExactly("clothes");
  }

  private static List<String> names(RuleBook book, ItemDeclaration item) throws Exception {
    var names = new java.util.ArrayList<String>();
    for (var rule : applied(book, item, NOON)) {
      names.add(text(book, rule.rule()).path("name").asText());
    }
    return names;
  }

  @Test
  void aQuotaIsToldOnlyWhenOneItemAloneIsAboveIt() throws Exception {
    var book =
        book("quotas:\n  - {name: y, items: 3, amount: 800, currency: USD, months: 12, " + LAW);

    assertThat(only(book, worth("800.01", "USD")).outcome()).isEqualTo(Outcome.ABOVE);
    assertThat(only(book, worth("1", "USD")).reason()).isEqualTo(Reason.PERSON_COUNT);
  }

  @Test
  void aMissingFieldIsALocatedProblemWithTheSeverityOfTheRule() throws Exception {
    var book =
        book(
            "requires:\n"
                + "  - {name: hs, field: /contents/*/hsCode, above: 10, currency: USD, severity: error, "
                + LAW);
    var item =
        worth("10.01", "USD").toBuilder()
            .contents(List.of(piece("5", "USD", "610910"), piece("5.01", "USD", null)))
            .build();
    var assessment = book.assess(item, NOON).orElseThrow();

    assertThat(assessment.applied().getFirst().outcome()).isEqualTo(Outcome.MISSING);
    assertThat(assessment.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.REQUIRED_THERE);
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.location())
                  .isEqualTo(new Location.AtPointer("/contents/1/hsCode"));
              assertThat(problem.expected()).isEqualTo("hs of UY: law");
            });
    assertThat(applied(book, worth("10", "USD"), NOON)).isEmpty();
    assertThat(only(book, worth("10", "EUR")).reason()).isEqualTo(Reason.NO_RATE);
  }

  @Test
  void anIdIsCheckedByTheRuleOfItsDay() throws Exception {
    var book =
        book(
            """
            identifiers:
              - {scheme: CI, name: CI, pattern: '[0-9]{7}', validTo: 2026-04-30, source: law, confidence: documented}
              - {scheme: CI, name: CI, pattern: '[0-9]{8}', validFrom: 2026-05-01, source: law, confidence: documented}
            """);
    var id = new PartyIdentifier("CI", "12345678", "UY");
    var item = item().recipient(Party.builder().identifiers(List.of(id)).build()).build();

    assertThat(only(book, item).outcome()).isEqualTo(Outcome.VALID);
    assertThat(applied(book, item, Instant.parse("2026-04-30T12:00:00Z")).getFirst().outcome())
        .isEqualTo(Outcome.NOT_VALID);
    assertThat(book.assess(item, NOON).orElseThrow().text()).doesNotContain("12345678");
  }

  @Test
  void neitherACancellationNorADestinationWithoutAdministrationIsAssessed() throws Exception {
    var book = book("");

    assertThat(book.assess(item().function(MessageFunction.CANCELLATION).build(), NOON)).isEmpty();
    assertThat(book.assess(item().destinationCountryCode("DE").build(), NOON)).isEmpty();
    assertThat(book.assess(item().destinationCountryCode(null).build(), NOON)).isEmpty();
  }

  @Test
  void aReferenceChangesWithWhateverTheRuleSays() throws Exception {
    var one = book("thresholds:\n  - {name: l, amount: 10, currency: USD, " + LAW);
    var same = book("thresholds:\n  - {name: l, amount: 10, currency: USD, " + LAW);
    var other = book("thresholds:\n  - {name: l, amount: 10.0, currency: USD, " + LAW);

    assertThat(one.texts()).isEqualTo(same.texts());
    assertThat(one.texts().keySet()).isNotEqualTo(other.texts().keySet());
  }
}
