package org.chasqui.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.IdentifierChecks.Verdict;
import org.chasqui.profile.IdentifierRule;
import org.chasqui.profile.Profiles;

/** What the rules ask about operators and about the tax and personal ids of a country. */
public interface PartyFacts {

  /** The country of a designated operator, by its UPU operator code; empty when not known. */
  Optional<String> operatorCountry(String operatorCode);

  /** The verdict on an id; empty when no rule is known for the scheme in that country. */
  Optional<Verdict> identifier(String countryCode, String schemeCode, String value);

  /** The facts of the profiles. */
  static PartyFacts of(Profiles profiles) {
    var operators = new HashMap<String, String>();
    for (var operator : profiles.operators()) {
      if (operator.identity().role() == PartyRole.POST) {
        operators.put(operator.identity().code(), operator.identity().countryCode());
      }
    }
    var rules = new HashMap<String, IdentifierRule>();
    for (var administration : profiles.administrations()) {
      for (var rule : administration.identifiers()) {
        rules.put(administration.identity().countryCode() + rule.scheme(), rule);
      }
    }
    return new OfProfiles(profiles, Map.copyOf(operators), Map.copyOf(rules));
  }

  /** Facts by operator code, and by country code and scheme. */
  record OfProfiles(
      Profiles profiles, Map<String, String> operators, Map<String, IdentifierRule> rules)
      implements PartyFacts {
    @Override
    public Optional<String> operatorCountry(String operatorCode) {
      return operatorCode == null
          ? Optional.empty()
          : Optional.ofNullable(operators.get(operatorCode));
    }

    @Override
    public Optional<Verdict> identifier(String countryCode, String schemeCode, String value) {
      return Optional.ofNullable(rules.get(countryCode + schemeCode))
          .map(rule -> profiles.identifierChecks().check(rule, value));
    }
  }
}
