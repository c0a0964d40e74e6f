package org.chasqui.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.IdentifierChecks.Verdict;
import org.chasqui.profile.IdentifierRule;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** What the rules ask about operators and about the tax and personal ids of a country. */
public interface PartyFacts {

  /** The country of a designated operator, by its UPU operator code; empty when not known. */
  Optional<String> operatorCountry(String operatorCode);

  /**
   * What an id is worth by the rule that held on the day; empty when none is known for the scheme
   * in that country then.
   *
   * @param receivedAt whose day in the time zone of the country counts
   */
  Optional<Checked> identifier(
      String countryCode, String schemeCode, String value, Instant receivedAt);

  /** A verdict and the rule that it comes from. */
  record Checked(Verdict verdict, IdentifierRule rule) {}

  /** The facts of the profiles. */
  static PartyFacts of(Profiles profiles) {
    var operators = new HashMap<String, String>();
    for (var operator : profiles.operators()) {
      if (operator.identity().role() == PartyRole.POST) {
        operators.put(operator.identity().code(), operator.identity().countryCode());
      }
    }
    return new OfProfiles(profiles, Map.copyOf(operators));
  }

  /** Facts of profiles, with the countries of operators by their code. */
  record OfProfiles(Profiles profiles, Map<String, String> operators) implements PartyFacts {
    @Override
    public Optional<String> operatorCountry(String operatorCode) {
      return operatorCode == null
          ? Optional.empty()
          : Optional.ofNullable(operators.get(operatorCode));
    }

    @Override
    public Optional<Checked> identifier(
        String countryCode, String schemeCode, String value, Instant receivedAt) {
      return profiles
          .administrationOf(countryCode)
          .flatMap(administration -> rule(administration, schemeCode, receivedAt))
          .map(rule -> new Checked(profiles.identifierChecks().check(rule, value), rule));
    }

    private static Optional<IdentifierRule> rule(
        Profile administration, String schemeCode, Instant receivedAt) {
      var day = receivedAt.atZone(administration.identity().zone()).toLocalDate();
      return administration.identifiers().stream()
          .filter(rule -> rule.scheme().equals(schemeCode) && rule.validity().covers(day))
          .findFirst();
    }
  }
}
