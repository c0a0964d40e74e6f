package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles that are shipped, read with the codecs that are built. */
class ShippedProfilesTest {
  private static final List<String> COUNTRIES =
      Arrays.asList("AG AR BO BR BZ CL CO CR CU DO EC GT GY HN HT JM MX NI PA PE PY UY".split(" "));

  private static Profiles profiles;

  private static Profiles withExamples;
  private static Profiles national;

  @BeforeAll
  static void loads(@TempDir Path folder) throws Exception {
    profiles = Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog());
    withExamples = ExampleProfiles.load(folder.resolve("connections"));
    national = ExampleProfiles.national(folder.resolve("national"));
  }

  /** Parties that are called, shipped or given as examples. */
  private static Stream<Profile> called() {
    return Stream.of(
            withExamples.administrations(), withExamples.operators(), national.administrations())
        .flatMap(List::stream)
        .filter(profile -> !profile.transport().kind().equals("outbox"));
  }

  static Stream<Profile> administrations() {
    return profiles.administrations().stream();
  }

  static Stream<Profile> operators() {
    return profiles.operators().stream();
  }

  @Test
  void holdsOneAdministrationAndOneOperatorForEachCountry() {
    assertThat(profiles.administrations())
        .extracting(profile -> profile.identity().countryCode())
        .containsExactlyElementsOf(COUNTRIES);
    assertThat(profiles.operators())
        .extracting(profile -> profile.identity().countryCode())
        .containsAll(COUNTRIES)
        .contains("US", "CN", "ES", "FR", "DE")
        .hasSize(27);
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void administrationIsCalledWithImportDeclarations(Profile profile) {
    assertThat(profile.identity().role()).isEqualTo(PartyRole.CUSTOMS);
    assertThat(profile.receives().kinds()).contains(MessageKind.ITEM_DECLARATION);
    assertThat(profile.receives().flows()).contains(Flow.IMPORT);
    assertThat(profile.transport().calls()).isTrue();
    assertThat(profile.identifiers()).isNotEmpty();
    assertThat(profile.facts()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void administrationHasThresholdsOrSaysThatTheyAreUnknown(Profile profile) {
    var unknown =
        profile.facts().stream()
            .filter(fact -> fact.topic().equals("thresholds"))
            .map(Fact::confidence);
    if (profile.thresholds().isEmpty()) {
      assertThat(unknown).containsExactly(Confidence.UNKNOWN);
    } else {
      assertThat(profile.thresholds())
          .allSatisfy(threshold -> assertThat(threshold.source()).isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void administrationSaysWhenItLastChangedAndWhereItsSystemIsKnownFrom(Profile profile) {
    assertThat(profile.changed()).isNotNull();
    assertThat(profile.marks().system().source()).isNotBlank();
    assertThat(profile.marks().languages().source()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void onNoDayTwoRulesOfOneNameHold(Profile profile) {
    var rules =
        Stream.of(
                profile.thresholds(),
                profile.quotas(),
                profile.releaseCategories(),
                profile.requirements(),
                profile.identifiers())
            .flatMap(List::stream)
            .map(DatedRule.class::cast)
            .toList();
    assertThat(rules).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    for (var day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
      var on = day;
      assertThat(
              rules.stream()
                  .filter(rule -> rule.validity().covers(on))
                  .map(rule -> rule.kind() + " " + rule.ruleName()))
          .as("%s", day)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void noAdministrationIsSaidToHaveConfirmedItsProfile(Profile profile) {
    assertThat(profile.system().confirmed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("administrations")
  void aFormatOfOursIsNeverCalledDocumented(Profile profile) {
    if (profile.format().codec().equals("regional-json")) {
      assertThat(profile.system().formatConfidence()).isEqualTo(Confidence.UNKNOWN);
    }
  }

  private static Stream<String> strategies(Profile profile) {
    var ofDocuments =
        profile.format().rules().stream()
            .map(DocumentRule::response)
            .filter(response -> response != null);
    return Stream.concat(Stream.of(profile.response()), ofDocuments).map(Response::strategy);
  }

  @Test
  void everyResponseStrategyIsInUseOrShownByAnExample() {
    assertThat(called().flatMap(ShippedProfilesTest::strategies).collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(ResponseKind.values())
                .map(ResponseKind::token)
                .collect(Collectors.toSet()));
  }

  @Test
  void everyAuthenticationModuleIsInUseOrShownByAnExample() {
    assertThat(
            called()
                .flatMap(profile -> profile.authentication().all().stream())
                .map(Authentication::module)
                .collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(AuthenticationKind.values())
                .map(AuthenticationKind::token)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void operatorFetchesDecisionsAndIsFoundByItsEdiId(Profile profile) throws Exception {
    var code = profile.identity().code();
    assertThat(profile.receives().kinds())
        .isEqualTo(
            Set.of(
                MessageKind.CUSTOMS_DECISION,
                MessageKind.TRACKING_EVENT,
                MessageKind.DISPATCH_PREADVICE,
                MessageKind.CUSTOMS_REFERRAL,
                MessageKind.ACKNOWLEDGEMENT));
    assertThat(profile.transport().kind()).isEqualTo("outbox");
    assertThat(profiles.byEdiId("J1C" + code)).contains(profile);
    assertThat(profiles.operator(code)).contains(profile);
    assertThat(profiles.byAddress(profile.identity().address().urn())).contains(profile);
    assertThat(PostalCodeLists.load(Path.of("config")).isOperator(code)).isTrue();
  }

  @Test
  void hubAddressesComeFromTheEnvironment() throws Exception {
    var elsewhere =
        Profiles.load(
            Path.of("config"),
            Map.of("CHASQUI_HUB_UY", "https://hub.example", "CHASQUI_FIRST_POLL", "PT0.1S"),
            CodecFormats.catalog());
    var country = elsewhere.administrationOf("UY").orElseThrow();
    assertThat(country.transport().address()).isEqualTo("https://hub.example");
    assertThat(country.response().firstPoll()).hasMillis(100);
  }

  @Test
  void closedHoursAreInTheZoneOfTheParty() {
    var calendar = profiles.administrationOf("BR").orElseThrow().calendar();
    assertThat(calendar.isOpen(ZonedDateTime.parse("2026-11-03T03:59:59Z"))).isTrue();
    assertThat(calendar.isOpen(ZonedDateTime.parse("2026-11-03T04:00:00Z"))).isFalse();
    assertThat(calendar.isOpen(ZonedDateTime.parse("2026-11-03T06:00:00Z"))).isTrue();
  }

  @Test
  void defaultAddressesOfHubsDiffer() {
    var addresses = new TreeSet<String>();
    administrations().forEach(profile -> addresses.add(profile.transport().address()));
    assertThat(addresses).hasSize(COUNTRIES.size());
  }
}
