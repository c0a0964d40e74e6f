package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases are folders of golden/rules: a message and the problems that it must give. */
class ItemRulesTest {
  private static final Path CASES = Path.of("src/test/resources/golden/rules");
  private static final Instant RECEIVED = Instant.parse("2026-03-01T15:30:00Z");
  private static final ItemRules RULES = ItemRules.bundled();
  private static PartyFacts facts;

  @BeforeAll
  static void loadProfiles() throws ConfigurationException {
    facts = PartyFacts.of(Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog()));
  }

  static List<Path> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheProblemsOfTheCase(Path folder) throws IOException {
    var declaration = declaration(folder);

    var problems = RULES.check(declaration, new RuleContext(RECEIVED, false, facts));

    assertThat(problems.stream().map(ItemRulesTest::line))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
  }

  @Test
  void passesOverWhatIsAbsent() {
    var empty = ItemDeclaration.builder().build();

    assertThat(RULES.check(empty, new RuleContext(RECEIVED, false, facts))).isEmpty();
  }

  @Test
  void neverFailsOnADeclarationThatBreaksItsSchema() throws IOException {
    var checker = RecordChecker.bundled();
    var sound = declaration(CASES.resolve("declaration-sound"));
    var broken =
        sound.toBuilder()
            .itemId("?")
            .postingDateTime("yesterday")
            .declaredValue(new Money("much", null))
            .grossMass(new Mass("1e999999999", "KGM"))
            .build();

    assertThat(checker.check(broken)).isNotEmpty();
    assertThat(RULES.check(broken, new RuleContext(RECEIVED, false, facts)))
        .extracting(problem -> problem.location().text())
        .containsExactly("/itemId");
  }

  @Test
  void allowsUncheckedItemIdsInTestTraffic() throws IOException {
    var declaration =
        declaration(CASES.resolve("declaration-sound")).toBuilder().itemId("LE22031701XCL").build();

    assertThat(RULES.check(declaration, new RuleContext(RECEIVED, true, facts))).isEmpty();
    assertThat(RULES.check(declaration, new RuleContext(RECEIVED, false, facts))).hasSize(1);
  }

  @Test
  void readsTheListOfVagueDescriptionsFromAFolder() throws IOException {
    var rules = ItemRules.of(Path.of("config/codelists"));
    var declaration = declaration(CASES.resolve("vague-in-spanish"));

    assertThat(rules.check(declaration, new RuleContext(RECEIVED, false, facts))).hasSize(1);
  }

  private static ItemDeclaration declaration(Path folder) throws IOException {
    var message = new RegionalJson().read(Files.readAllBytes(folder.resolve("message.json")));
    return (ItemDeclaration) message.data();
  }

  private static String line(Problem problem) {
    var found = problem.found() == null ? "" : " found " + problem.found();
    return problem.severity()
        + " "
        + problem.code().code()
        + " "
        + problem.location().text()
        + found
        + " expected "
        + problem.expected();
  }
}
