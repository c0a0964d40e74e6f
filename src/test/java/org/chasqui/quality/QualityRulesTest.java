package org.chasqui.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.PartyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityRulesTest {
  private static final Path LISTS = Path.of("config/codelists");
  private static final QualityRules RULES = QualityRules.of(LISTS);

  private static Assessment assess(ItemDeclaration declaration) {
    return RULES.assess(declaration);
  }

  @Test
  void findsNoFaultInASoundDeclaration() {
    var sound = assess(Declared.sound());

    assertThat(sound.failed()).isEmpty();
    assertThat(sound.unknown()).isEmpty();
    assertThat(sound.met())
        .contains(Measure.COMPLETE, Measure.ACCURATE, Measure.CONSISTENT)
        .contains(Measure.ADDRESSEE_CONTACT, Measure.DESCRIPTION_FITS, Measure.VALUE_SUM)
        .doesNotContain(Measure.SENDER_CONTACT, Measure.ADDRESSEE_IDENTIFIER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Measure.class,
      names = {
        "SENDER_NAME",
        "SENDER_STREET",
        "SENDER_CITY",
        "SENDER_COUNTRY",
        "ADDRESSEE_NAME",
        "ADDRESSEE_STREET",
        "ADDRESSEE_CITY",
        "ADDRESSEE_POSTCODE",
        "ADDRESSEE_COUNTRY",
        "ADDRESSEE_CONTACT",
        "ITEM_CATEGORY",
        "GROSS_MASS",
        "CONTENT_DESCRIPTION",
        "CONTENT_QUANTITY",
        "CONTENT_HS_CODE",
        "CONTENT_NET_MASS",
        "CONTENT_VALUE",
        "CONTENT_ORIGIN"
      })
  void missesEveryNeededFieldOfAnEmptyDeclaration(Measure field) {
    var empty = assess(ItemDeclaration.builder().destinationCountryCode("AR").build());

    assertThat(empty.failed()).contains(field, Measure.COMPLETE);
    assertThat(empty.unknown()).contains(Measure.ACCURATE, Measure.CONSISTENT);
  }

  @Test
  void namesOnlyTheFieldThatIsMissing() {
    assertThat(assess(Declared.to(p -> p.phone(null))).failed())
        .containsExactlyInAnyOrder(Measure.ADDRESSEE_CONTACT, Measure.COMPLETE);
    assertThat(assess(Declared.with(c -> c.hsCode(null))).failed())
        .containsExactlyInAnyOrder(Measure.CONTENT_HS_CODE, Measure.COMPLETE);
  }

  @Test
  void takesAnEmailForTheContactAndAFirmForTheName() {
    var other = Declared.to(p -> p.phone(null).email("a@b.cl").name(null).organisationName("Firm"));

    assertThat(assess(other).failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "...", "¿?"})
  void takesATextWithoutLettersAndDigitsForAbsent(String text) {
    assertThat(assess(Declared.to(p -> p.name(text))).failed()).contains(Measure.ADDRESSEE_NAME);
  }

  @Test
  void missesAFieldThatOnePieceOfTheContentsLacks() {
    var second = Declared.piece().toBuilder().originCountryCode(null).build();
    var two = Declared.sound().toBuilder().contents(List.of(Declared.piece(), second)).build();

    assertThat(assess(two).failed()).contains(Measure.CONTENT_ORIGIN);
  }

  @Test
  void asksADestinationForItsOwnFields() {
    var toBrazil = Declared.sound().toBuilder().destinationCountryCode("BR").build();
    var known = new PartyIdentifier("CPF", "39053344705", "BR", null);
    var identified =
        toBrazil.toBuilder()
            .recipient(toBrazil.recipient().toBuilder().identifiers(List.of(known)).build())
            .build();
    var toBolivia =
        Declared.to(p -> p.address(Declared.address("BO").toBuilder().postcode(null).build()))
            .toBuilder()
            .destinationCountryCode("BO")
            .build();

    assertThat(assess(toBrazil).failed()).contains(Measure.ADDRESSEE_IDENTIFIER);
    assertThat(assess(identified).met()).contains(Measure.ADDRESSEE_IDENTIFIER);
    assertThat(assess(toBolivia).failed()).isEmpty();
  }

  @Test
  void asksNoValueOriginAndCodeOfDocuments() {
    var documents =
        Declared.with(
                c ->
                    c.description("Documents")
                        .hsCode(null)
                        .value(Declared.money("0"))
                        .originCountryCode(null))
            .toBuilder()
            .itemCategory(ItemCategory.DOCUMENTS)
            .declaredValue(null)
            .build();

    assertThat(assess(documents).failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gift",
        "GIFTS",
        "Regalo",
        "presente",
        "Cadeau!",
        "documents",
        "spare parts",
        "Repuestos",
        "peças",
        "pièces détachées",
        "vêtements",
        "mercadoria",
        "123",
        "artículos varios"
      })
  void doubtsADescriptionThatSaysNothing(String description) {
    assertThat(assess(Declared.with(c -> c.description(description))).failed())
        .contains(Measure.CLEAR_DESCRIPTION, Measure.ACCURATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gift box of chocolate", "Regalo: muñeca", "pièces de monnaie anciennes"})
  void acceptsAVagueWordWithinAClearDescription(String description) {
    assertThat(assess(Declared.with(c -> c.description(description))).met())
        .contains(Measure.CLEAR_DESCRIPTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "1", "1.00", "-5"})
  void doubtsPlaceholdersForTheValue(String amount) {
    assertThat(assess(Declared.with(c -> c.value(Declared.money(amount)))).failed())
        .contains(Measure.TRUE_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"6109,HS_FORM", "61.09.10,HS_FORM", "6109100000,HS_FORM", "ABCDEF,HS_FORM"})
  void doubtsACodeOfTheWrongForm(String code, Measure expected) {
    var wrong = assess(Declared.with(c -> c.hsCode(code)));

    assertThat(wrong.failed()).contains(expected, Measure.ACCURATE);
    assertThat(wrong.met()).doesNotContain(Measure.HS_HEADING).contains(Measure.CONTENT_HS_CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "690800", "846900", "770100", "999999", "611800"})
  void doubtsACodeUnderNoHeading(String code) {
    var wrong = assess(Declared.with(c -> c.hsCode(code)));

    assertThat(wrong.failed()).contains(Measure.HS_HEADING);
    assertThat(wrong.met()).contains(Measure.HS_FORM);
  }

  @Test
  void knowsTheHeadingsOfTheEditionOf2022() {
    var headings = HsHeadings.of(LISTS);

    assertThat(headings.size()).isEqualTo(1229);
    assertThat(List.of("030900", "240400", "382700", "852400", "854900", "880700"))
        .allMatch(headings::has);
    assertThat(headings.has("880300")).isFalse();
  }

  @Test
  void takesTheFitOfWordsAndCodeForAnIndicationOnly() {
    var shirtAsBook = assess(Declared.with(c -> c.hsCode("490199")));
    var noKnownWord = assess(Declared.with(c -> c.description("Zylophonix")));

    assertThat(shirtAsBook.failed()).containsExactly(Measure.DESCRIPTION_FITS);
    assertThat(shirtAsBook.met()).contains(Measure.ACCURATE);
    assertThat(noKnownWord.unknown()).containsExactly(Measure.DESCRIPTION_FITS);
  }

  @Test
  void findsNoGoodsOfTheGeneratorUnfitting() throws IOException {
    var words = GoodsWords.of(LISTS);
    try (var in = getClass().getResourceAsStream("/org/chasqui/sandbox/traffic/goods.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|"))
          .forEach(
              ware -> {
                for (var i = 1; i <= 4; i++) {
                  assertThat(words.fits(ware[i], ware[0]))
                      .as(ware[i])
                      .isNotEqualTo(java.util.Optional.of(false));
                }
              });
    }
  }

  @Test
  void findsNetMassesAboveTheGrossMass() {
    assertThat(assess(Declared.with(c -> c.netMass(Declared.mass("0.501")))).failed())
        .containsExactlyInAnyOrder(Measure.MASS_SUM, Measure.CONSISTENT);
    assertThat(assess(Declared.with(c -> c.netMass(Declared.mass("0.500")))).failed()).isEmpty();
  }

  @Test
  void findsValuesThatDoNotAddUp() {
    assertThat(assess(Declared.with(c -> c.value(Declared.money("25.02")))).failed())
        .containsExactlyInAnyOrder(Measure.VALUE_SUM, Measure.CONSISTENT);
    assertThat(assess(Declared.with(c -> c.value(Declared.money("25.01")))).failed()).isEmpty();
  }

  @Test
  void comparesNoSumsOfWhichAPartIsNotKnown() {
    var noTotal = Declared.sound().toBuilder().declaredValue(null).build();
    var noMass = assess(Declared.with(c -> c.netMass(null)));

    assertThat(assess(noTotal).unknown()).containsExactly(Measure.VALUE_SUM);
    assertThat(noMass.unknown()).containsExactly(Measure.MASS_SUM);
    assertThat(noMass.met()).contains(Measure.CONSISTENT);
  }

  @Test
  void measuresTheTimeFromTheDataToTheEvent() {
    var received = Instant.parse("2026-11-03T10:00:00Z");

    assertThat(Margin.of(received, "2026-11-03T12:00:00+01:00"))
        .contains(new Margin(Duration.ofHours(1)))
        .hasValueSatisfying(margin -> assertThat(margin.isKept()).isTrue());
    assertThat(Margin.of(received, "2026-11-03T07:00:00-03:00"))
        .hasValueSatisfying(margin -> assertThat(margin.isKept()).isFalse());
    assertThat(Margin.of(received, null)).isEmpty();
    assertThat(Margin.of(received, "2026-11-03")).isEmpty();
  }

  @Test
  void refusesAListThatNamesAnUnknownField(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("declaration-fields.csv"), "a,b,c,d\n*,sender.shoe-size,yes,none\n");

    assertThatThrownBy(() -> FieldNeeds.of(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("declaration-fields.csv: no such field: sender.shoe-size");
  }
}
