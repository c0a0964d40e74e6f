package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.SharedFolder;
import org.chasqui.codec.Encoder;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A declaration that ASYCUDA exports again says what the gateway imported, but for losses. */
class SadRoundTripTest {

  @ParameterizedTest
  @ValueSource(strings = {"asycuda-sad-421", "asycuda-sad-jm"})
  void readsBackWhatItWrote(String name) throws Exception {
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 300; seed++) {
      var declarations = new Declarations(seed, NationalViews.view(codec));
      var message = Declarations.fitting(declarations.next(), codec);
      var encoded = codec.encode(List.of(message), NationalViews.encoding(codec));
      assertThat(encoded.carriesAny()).as("seed %d", seed).isTrue();
      var outcome =
          Outcome.of(
              NationalViews.decoder("asycuda-sad"), new ByteArrayInputStream(encoded.document()));
      var back = (ItemDeclaration) outcome.items().getFirst().message().data();
      compare(seed, (ItemDeclaration) message.data(), back, codec);
    }
  }

  private static void compare(int seed, ItemDeclaration sent, ItemDeclaration back, Encoder codec) {
    assertThat(back.itemId()).isEqualTo(sent.itemId());
    assertThat(back.originCountryCode()).isEqualTo(sent.originCountryCode());
    assertThat(back.destinationCountryCode()).isEqualTo(sent.destinationCountryCode());
    assertThat(back.incoterm()).isEqualTo(sent.incoterm());
    assertThat(back.itemCategory()).isEqualTo(sent.itemCategory());
    assertThat(strip(back.comments())).as("seed %d", seed).isEqualTo(strip(sent.comments()));
    assertThat(kilograms(back.grossMass())).isEqualByComparingTo(kilograms(sent.grossMass()));
    assertThat(amount(back.postage())).isEqualByComparingTo(amount(sent.postage()));
    assertThat(back.contents()).hasSameSizeAs(sent.contents());
    for (int i = 0; i < sent.contents().size(); i++) {
      var line = sent.contents().get(i);
      var read = back.contents().get(i);
      assertThat(read.description()).as("seed %d", seed).isEqualTo(line.description());
      assertThat(read.quantity()).isEqualTo(line.quantity());
      assertThat(read.originCountryCode()).isEqualTo(line.originCountryCode());
      assertThat(amount(read.value())).isEqualByComparingTo(amount(line.value()));
      assertThat(kilograms(read.netMass())).isEqualByComparingTo(kilograms(line.netMass()));
      var tariff = line.tariffCode() == null ? line.hsCode() : line.tariffCode();
      assertThat(read.tariffCode()).hasSize(10);
      assertThat((tariff + "0000").substring(0, 10)).isEqualTo(read.tariffCode());
    }
    assertThat(codec.batchLimit()).isEqualTo(1);
  }

  /** The gross masses of the lines sum up to that of the item, to the gram. */
  @Test
  void partsTheGrossMassWithoutARest() throws Exception {
    var codec = NationalViews.encoder("asycuda-sad-jm");
    for (int seed = 0; seed < 200; seed++) {
      var message = new Declarations(seed, CaribbeanViews.JM).next();
      var item = (ItemDeclaration) message.data();
      var contents =
          item.contents().stream()
              .map(
                  piece ->
                      piece.toBuilder().hsCode("610910").netMass(new Mass("0.333", "KGM")).build())
              .toList();
      var whole = message.with(item.toBuilder().contents(contents).build());
      var document = codec.encode(List.of(whole), NationalViews.encoding(codec)).document();
      var sum =
          Pattern.compile("<Gross_weight_itm>([0-9.]+)<")
              .matcher(new String(document, StandardCharsets.UTF_8))
              .results()
              .map(found -> new BigDecimal(found.group(1)))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as("seed %d", seed).isEqualByComparingTo(kilograms(item.grossMass()));
    }
  }

  /** A real file of Jamaica, and a template from which others are made. */
  @Test
  void readsTheGenuineDeclarationAsItsAssessment() throws Exception {
    var genuine = Files.readAllBytes(SharedFolder.path("samples/national-jm/CBJ250.xml"));
    var outcome =
        Outcome.of(NationalViews.decoder("asycuda-sad"), new ByteArrayInputStream(genuine));
    assertThat(outcome.end().problems()).isEmpty();
    var decision = (CustomsDecision) outcome.items().getFirst().message().data();
    assertThat(decision.declaration().itemId()).isEqualTo("RELIEF94");
    assertThat(decision.declaration().customsReference()).isEqualTo("2025 C 8879");
    assertThat(decision.sourceStatusCode()).isEqualTo("ASSESSED");
    assertThat(decision.customsOfficeCode()).isEqualTo("JMKAJ");
    assertThat(decision.decidedAt()).isEqualTo("2025-11-19T00:00:00-05:00");
    assertThat(decision.totalPayable()).isEqualTo(new Money("10445.47", "JMD"));
    // it has no goods items, so the amounts of single taxes are not in it
    assertThat(decision.status()).isEqualTo(DecisionStatus.ASSESSMENT_COMPLETE);
    assertThat(outcome.items().getFirst().problems()).noneMatch(Problem::isError);
  }

  @Test
  void theBlankTemplateNamesNoItem() throws Exception {
    var blank =
        Files.readAllBytes(SharedFolder.path("samples/national-jm/blank-asycuda-template.xml"));
    var outcome = Outcome.of(NationalViews.decoder("asycuda-sad"), new ByteArrayInputStream(blank));
    assertThat(outcome.items()).allMatch(item -> item.message() == null);
    assertThat(outcome.problems()).anyMatch(Problem::isError);
  }

  private static String strip(String text) {
    return text == null ? null : text.strip();
  }

  private static BigDecimal amount(Money money) {
    return money == null
        ? BigDecimal.ZERO
        : new BigDecimal(money.amount()).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal kilograms(Mass mass) {
    return mass == null
        ? BigDecimal.ZERO
        : new BigDecimal(mass.value()).setScale(3, RoundingMode.HALF_UP);
  }
}
