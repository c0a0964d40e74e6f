package org.chasqui.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.IdentifierChecks;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static Profiles profiles;

  @BeforeAll
  static void loadProfiles() throws Exception {
    profiles = Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog());
  }

  @Test
  void givesTheSameTrafficForTheSameSeed() {
    var options = with(7, 0.2, Scripts.FEW);

    var once = bundles(options, 30, 5);
    var again = bundles(options, 30, 5);

    assertThat(again).isEqualTo(once);
  }

  @Test
  void givesOtherItemIdsForAnotherSeed() {
    var one = ids(bundles(with(1, 0, Scripts.NONE), 20, 10));
    var two = ids(bundles(with(2, 0, Scripts.NONE), 20, 10));

    assertThat(one).doesNotContainAnyElementsOf(two);
  }

  @Test
  void neverRepeatsAnItemId() {
    var ids = ids(bundles(with(3, 0, Scripts.FEW), 200, 50));

    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
  }

  @Test
  void givesEveryItemIdItsCheckDigit() {
    assertThat(ids(bundles(with(4, 0, Scripts.NONE), 50, 4)))
        .allSatisfy(
            id -> {
              assertThat(id).matches("[CEL][A-Z][0-9]{9}[A-Z]{2}");
              assertThat(id.charAt(10)).isEqualTo(ItemIds.checkDigit(id.substring(2, 10)));
            });
    assertThat(ItemIds.checkDigit("12345678")).isEqualTo('5');
  }

  @Test
  void reachesEachAdministrationWithIdsThatPassItsChecks() {
    var bundles = bundles(with(5, 0, Scripts.NONE), 44, 20);

    assertThat(bundles.stream().map(TrafficBundle::toCountry).distinct())
        .containsExactlyInAnyOrderElementsOf(
            profiles.administrations().stream().map(p -> p.identity().countryCode()).toList());
    assertThat(declarations(bundles)).allSatisfy(TrafficTest::hasValidId);
  }

  @Test
  void declaresTheSumOfTheLines() {
    assertThat(declarations(bundles(with(6, 0, Scripts.NONE), 30, 10)))
        .allSatisfy(
            item -> {
              var sum =
                  item.contents().stream()
                      .map(line -> new BigDecimal(line.value().amount()))
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              assertThat(item.declaredValue().amount()).isEqualTo(sum.toPlainString());
            });
  }

  @Test
  void carriesEveryKindOfFaultInTheShareAskedFor() {
    var items =
        bundles(with(8, 0.1, Scripts.NONE), 100, 50).stream()
            .flatMap(bundle -> bundle.items().stream())
            .toList();

    var faults = items.stream().map(TrafficItem::fault).filter(fault -> fault != null).toList();

    assertThat(Set.copyOf(faults)).containsExactlyInAnyOrder(Fault.values());
    assertThat(faults.size()).isBetween(400, 600);
  }

  @Test
  void endsSerialNumbersInScriptsAsAskedFor() {
    assertThat(ids(bundles(with(9, 0, Scripts.NONE), 20, 10)))
        .allSatisfy(id -> assertThat(id.substring(8, 10)).isLessThan("90"));
    assertThat(ids(bundles(with(9, 0, Scripts.ALL), 5, 2)))
        .extracting(id -> id.substring(8, 10))
        .containsExactly("90", "91", "92", "93", "94", "95", "96", "97", "98", "99");
  }

  private static void hasValidId(ItemDeclaration item) {
    var id = item.recipient().identifiers().getFirst();
    var rule = profiles.identifierRule(id.issuingCountryCode(), id.schemeCode());
    assertThat(rule).as("scheme %s of %s", id.schemeCode(), id.issuingCountryCode()).isPresent();
    assertThat(profiles.identifierChecks().check(rule.get(), id.value()))
        .as("%s %s", id.schemeCode(), id.value())
        .isEqualTo(IdentifierChecks.Verdict.VALID);
  }

  private static TrafficOptions with(long seed, double faults, Scripts scripts) {
    return new TrafficOptions(
        seed, List.of(), List.of(), faults, scripts, LocalDate.of(2026, 11, 2), true);
  }

  private static List<TrafficBundle> bundles(TrafficOptions options, int count, int size) {
    var traffic = new Traffic(options, profiles);
    return IntStream.range(0, count).mapToObj(n -> traffic.bundle(n, size)).toList();
  }

  private static List<String> ids(List<TrafficBundle> bundles) {
    return declarations(bundles).stream().map(ItemDeclaration::itemId).toList();
  }

  private static List<ItemDeclaration> declarations(List<TrafficBundle> bundles) {
    return bundles.stream()
        .flatMap(bundle -> bundle.items().stream())
        .map(TrafficItem::declaration)
        .toList();
  }
}
