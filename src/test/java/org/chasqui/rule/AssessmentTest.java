package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.Test;

/** What a declaration was held against is kept as text and read again. */
class AssessmentTest {

  @Test
  void whatWasAppliedIsReadAsItWasWritten() throws Exception {
    var shipped = RuleBook.of(Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog()));
    var countries = "AG AR BO BR BZ CL CO CR CU DO EC GT GY HN HT JM MX NI PA PE PY UY".split(" ");
    var random = new Random(23);
    for (int i = 0; i < 500; i++) {
      var item = any(random, countries[i % countries.length]);
      var at = RuleBookTest.NOON.plusSeconds(random.nextInt(86_400 * 30));
      var assessment = shipped.assess(item, at).orElseThrow();
      var read = Assessment.parse(assessment.text());

      assertThat(read.applied()).isEqualTo(assessment.applied());
      assertThat(read.administration()).isEqualTo(assessment.administration());
      assertThat(read.received()).isEqualTo(assessment.received());
      assertThat(read.posted()).isEqualTo(assessment.posted());
      var rules = read.applied().stream().map(AppliedRule::rule).toList();
      assertThat(shipped.texts().keySet()).containsAll(rules);
      assertThat(rules).doesNotHaveDuplicates();
    }
  }

  private static ItemDeclaration any(Random random, String country) {
    var amount = random.nextInt(3) == 0 ? null : Integer.toString(random.nextInt(4_000));
    return RuleBookTest.item()
        .destinationCountryCode(country)
        .itemCategory(
            List.of(ItemCategory.values()).get(random.nextInt(ItemCategory.values().length)))
        .grossMass(random.nextBoolean() ? null : new Mass("1." + random.nextInt(99), "KGM"))
        .declaredValue(
            amount == null ? null : new Money(amount, random.nextBoolean() ? "USD" : "EUR"))
        .postingDateTime(random.nextBoolean() ? null : "2026-04-30T10:00:00Z")
        .build();
  }
}
