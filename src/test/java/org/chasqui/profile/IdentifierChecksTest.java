package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.profile.IdentifierChecks.Verdict.VALID;
import static org.chasqui.profile.IdentifierChecks.Verdict.WRONG_CHECK_DIGIT;
import static org.chasqui.profile.IdentifierChecks.Verdict.WRONG_FORM;

import java.nio.file.Path;
import java.util.Map;
import org.chasqui.message.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Check digits on the published examples of the schemes, and on each of them with a digit changed.
 */
class IdentifierChecksTest {
  private static Profiles profiles;

  @BeforeAll
  static void load() throws Exception {
    profiles = Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog());
  }

  @ParameterizedTest
  @CsvSource({
    "AR, CUIT, 20-05536168-2",
    "BR, CPF, 390.533.447-05",
    "BR, CNPJ, 16.727.230/0001-97",
    "BR, CNPJ, 12.ABC.345/01DE-35",
    "CL, RUT, 12531909-2",
    "CL, RUT, 76086428-5",
    "CO, NIT, 213.123.432-1",
    "EC, CEDULA, 171430710-3",
    "EC, RUC, 1792060346-001",
    "MX, RFC, GODE561231GR8",
    "MX, RFC, MAB9307148T4",
    "MX, CURP, BOXW310820HNERXN09",
    "PY, RUC, 80028061-0",
    "PE, RUC, 20512333797",
    "PE, DNI, 10117410-2",
    "UY, RUT, 21-100342-001-7",
    "DO, RNC, 1-01-85004-3",
    "DO, CEDULA, 001-1391820-5",
    "GT, NIT, 576937-K",
    "GT, CUI, 1234 56789 0101",
  })
  void acceptsTheExampleAndRefusesItWithAnotherCheckDigit(
      String country, String scheme, String example) {
    assertThat(check(country, scheme, example)).isEqualTo(VALID);
    var plain = IdentifierChecks.plain(example);
    int at = checkPosition(scheme, plain);
    var changed = new StringBuilder(plain);
    for (char other = '0'; other <= '9'; other++) {
      changed.setCharAt(at, other);
      if (other != plain.charAt(at)) {
        assertThat(check(country, scheme, changed.toString()))
            .as(changed.toString())
            .isEqualTo(WRONG_CHECK_DIGIT);
      }
    }
  }

  /** The check digit is the last, but for those that are followed by a number of another kind. */
  private static int checkPosition(String scheme, String plain) {
    return switch (scheme) {
      case "CUI" -> 8;
      case "RUC" -> plain.length() == 13 ? 9 : plain.length() - 1;
      default -> plain.length() - 1;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "AR, CUIT, 21-05536168-2",
    "BR, CPF, 390.533.447",
    "CL, RUT, 1253190K-2",
    "EC, CEDULA, 991430710-3",
    "UY, RUT, 21100342001",
    "JM, TRN, 12345678",
  })
  void refusesAnotherForm(String country, String scheme, String value) {
    assertThat(check(country, scheme, value)).isEqualTo(WRONG_FORM);
  }

  @Test
  void checksTheDateWhereItIsAllThatCanBeChecked() {
    assertThat(check("CU", "NI", "91021027775")).isEqualTo(VALID);
    assertThat(check("CU", "NI", "91023027775")).isEqualTo(WRONG_CHECK_DIGIT);
  }

  @Test
  void leavesOutTheCheckCharacterThatIsOftenLeftOut() {
    assertThat(check("PE", "DNI", "10117410")).isEqualTo(VALID);
    assertThat(check("PE", "DNI", "10117410-G")).isEqualTo(VALID);
  }

  @Test
  void onlyWarnsUnlessTheProfileSaysOtherwise() {
    assertThat(rule("MX", "RFC").severity()).isEqualTo(Severity.WARNING);
    assertThat(rule("AR", "CUIT").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void everyExampleOfTheProfilesIsValid() {
    for (var profile : profiles.administrations()) {
      for (var rule : profile.identifiers()) {
        if (rule.example() != null) {
          assertThat(profiles.identifierChecks().check(rule, rule.example()))
              .as("%s %s", profile.id(), rule.scheme())
              .isEqualTo(VALID);
        }
      }
    }
  }

  private static IdentifierChecks.Verdict check(String country, String scheme, String value) {
    return profiles.identifierChecks().check(rule(country, scheme), value);
  }

  private static IdentifierRule rule(String country, String scheme) {
    return profiles.identifierRule(country, scheme).orElseThrow();
  }
}
