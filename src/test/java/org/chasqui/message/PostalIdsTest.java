package org.chasqui.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalIdsTest {
  private static final Location AT = new Location.AtPointer("/itemId");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EE471108151FR",
        "RR473124829GB",
        "LX806576725TW",
        "UR515134055CA",
        "RE872013283ES",
        "LH266067312US",
        "AG018300045CN",
        "CP012374226FR",
        "CP123456785CL"
      })
  void acceptsItemIdsSeenInPublicSources(String id) {
    assertThat(ItemId.check(id, AT)).isEmpty();
    assertThat(ItemId.parse(id).orElseThrow().isS10()).isTrue();
  }

  @Test
  void readsThePartsOfAnItemId() {
    var id = ItemId.parse("CV123456785CL").orElseThrow();

    assertThat(id.prefix()).contains("CV");
    assertThat(id.serial()).contains("12345678");
    assertThat(id.countryCode()).contains("CL");
    assertThat(id.kind()).isEqualTo(ItemId.Kind.INSURED_PARCEL);
    assertThat(ItemId.s10("CV", "12345678", "CL")).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "CP1,PARCEL",
    "EE1,EMS",
    "HX1,ECOMMERCE",
    "LX1,TRACKED_LETTER",
    "MA1,M_BAG",
    "QA1,BUSINESS_REPLY",
    "RR1,REGISTERED",
    "UA1,LETTER_POST",
    "VV1,INSURED_LETTER",
    "AG1,DOMESTIC_OR_BILATERAL",
    "JA1,RESERVED",
    "ZA1,UNKNOWN"
  })
  void tellsTheKindByThePrefix(String start, ItemId.Kind kind) {
    assertThat(ItemId.s10(start.substring(0, 2), "12345678", "CL").kind()).isEqualTo(kind);
  }

  @Test
  void refusesEveryOtherCheckDigit() {
    var random = new Random(3);
    for (var i = 0; i < 2000; i++) {
      var serial = String.format("%08d", random.nextInt(100_000_000));
      var right = ItemId.checkDigit(serial);
      for (var digit = '0'; digit <= '9'; digit++) {
        var id = "RR" + serial + digit + "PE";
        assertThat(ItemId.parse(id).isPresent()).as(id).isEqualTo(digit == right);
      }
    }
  }

  @Test
  void findsMostSingleDigitErrors() {
    var random = new Random(5);
    var missed = 0;
    for (var i = 0; i < 5000; i++) {
      var id = ItemId.s10("CP", String.format("%08d", random.nextInt(100_000_000)), "BR").text();
      var at = 2 + random.nextInt(8);
      var other = (char) ('0' + (id.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      missed +=
          ItemId.parse(id.substring(0, at) + other + id.substring(at + 1)).isPresent() ? 1 : 0;
    }
    // two remainders share the digit 5: errors between them go unseen
    assertThat(missed).isLessThan(250);
  }

  @Test
  void saysWhichCheckDigitIsExpected() {
    assertThat(ItemId.check("CP123456784CL", AT))
        .containsExactly(Problem.of(ProblemCode.CHECK_DIGIT, AT, "CP123456784CL", "check digit 5"));
  }

  @Test
  void acceptsAnXForTheCheckDigitInTestTrafficOnly() {
    assertThat(ItemId.check("LE22031701XNA", AT)).hasSize(1);
    assertThat(ItemId.check("LE22031701XNA", AT, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JJD00-12345", "12345", "1Z999AA10123456784"})
  void acceptsOtherLicensedIds(String id) {
    assertThat(ItemId.check(id, AT)).isEmpty();
    assertThat(ItemId.parse(id).orElseThrow().countryCode()).isEmpty();
    assertThat(ItemId.parse(id).orElseThrow().kind()).isEqualTo(ItemId.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234", "cp123456785cl", "CP 123456785 CL", "-ABCDE", "ÑANDU"})
  void refusesWhatIsNoItemId(String id) {
    assertThat(ItemId.check(id, AT))
        .extracting(Problem::code, Problem::location)
        .containsExactly(tuple(ProblemCode.CHECK_DIGIT, AT));
  }

  @ParameterizedTest
  @CsvSource({
    "CHZRHBNZAKLAAUN00001001100105,CHZRHB,NZAKLA,A,UN,0,0001,001,1,0,10.5",
    "CAYTOABOLPBAAUN60084001100017,CAYTOA,BOLPBA,A,UN,6,0084,001,1,0,1.7",
    "USLEVEBRSAODANX10793001005172,USLEVE,BRSAOD,A,NX,1,0793,001,0,0,517.2",
    "FRCDGAUSDFWAACA28013002800717,FRCDGA,USDFWA,A,CA,2,8013,002,8,0,71.7"
  })
  void readsThePartsOfAReceptacleId(
      String text,
      String origin,
      String destination,
      String category,
      String subclass,
      int year,
      String dispatch,
      String serial,
      char highest,
      char registered,
      String kilograms) {
    var id = ReceptacleId.parse(text).orElseThrow();

    assertThat(id.dispatch().origin().text()).isEqualTo(origin);
    assertThat(id.dispatch().destination().text()).isEqualTo(destination);
    assertThat(id.dispatch().categoryCode()).isEqualTo(category);
    assertThat(id.dispatch().subclassCode()).isEqualTo(subclass);
    assertThat(id.dispatch().yearDigit()).isEqualTo(year);
    assertThat(id.dispatch().serial()).isEqualTo(dispatch);
    assertThat(id.serial()).isEqualTo(serial);
    assertThat(id.highestFlag()).isEqualTo(highest);
    assertThat(id.registeredFlag()).isEqualTo(registered);
    assertThat(id.kilograms()).isEqualByComparingTo(kilograms);
  }

  @Test
  void refusesReceptacleDispatchAndCentreIdsOfAnotherForm() {
    var at = new Location.AtPointer("/x");

    assertThat(ReceptacleId.check("NAWDHAPLWAWAUN10085001110017", at)).hasSize(1);
    assertThat(DispatchId.check("CHZRHBNZAKLAAUN", at)).hasSize(1);
    assertThat(ImpcCode.check("CLSCL", at)).hasSize(1);
    assertThat(DispatchId.check("CHZRHBNZAKLAAUN00001", at)).isEmpty();
    assertThat(ImpcCode.parse("CLSCLA").orElseThrow().countryCode()).isEqualTo("CL");
    assertThat(ImpcCode.parse("CLSCLA").orElseThrow().city()).isEqualTo("SCL");
  }
}
