package org.chasqui.rule;

import java.time.Instant;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.IdentifierChecks.Verdict;

/**
 * Tax and personal ids must pass the check of their country. The ids themselves are never shown.
 */
final class PartyRules {
  private final PartyFacts facts;
  private final Instant receivedAt;
  private final Findings findings;

  PartyRules(PartyFacts facts, Instant receivedAt, Findings findings) {
    this.facts = facts;
    this.receivedAt = receivedAt;
    this.findings = findings;
  }

  void check(ItemDeclaration declaration) {
    party(declaration.sender(), "/sender");
    party(declaration.recipient(), "/recipient");
    party(declaration.importer(), "/importer");
    if (declaration.eCommerce() != null) {
      party(declaration.eCommerce().seller(), "/eCommerce/seller");
      party(declaration.eCommerce().buyer(), "/eCommerce/buyer");
    }
  }

  private void party(Party party, String pointer) {
    if (party == null) {
      return;
    }
    var country = party.address() == null ? null : party.address().countryCode();
    var identifiers = party.identifiers();
    for (var i = 0; i < identifiers.size(); i++) {
      identifier(identifiers.get(i), country, pointer + "/identifiers/" + i);
    }
  }

  private void identifier(PartyIdentifier identifier, String homeCountry, String pointer) {
    var country =
        identifier.issuingCountryCode() == null ? homeCountry : identifier.issuingCountryCode();
    if (country == null || identifier.schemeCode() == null || identifier.value() == null) {
      return;
    }
    facts
        .identifier(country, identifier.schemeCode(), identifier.value(), receivedAt)
        .filter(checked -> checked.verdict() != Verdict.VALID)
        .ifPresent(
            checked ->
                findings.add(
                    ProblemCode.IDENTIFIER,
                    checked.rule().severity(),
                    pointer + "/value",
                    (checked.verdict() == Verdict.WRONG_FORM ? "the form" : "the check digit")
                        + " of "
                        + identifier.schemeCode()
                        + " in "
                        + country));
  }
}
