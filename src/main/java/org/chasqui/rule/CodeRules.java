package org.chasqui.rule;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.message.Address;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.ProblemCode;

/**
 * Country codes (ISO 3166-1) and currency codes (ISO 4217) must be in their lists, as in the JDK.
 */
final class CodeRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Findings findings;

  CodeRules(Findings findings) {
    this.findings = findings;
  }

  void check(ItemDeclaration declaration) {
    country(declaration.originCountryCode(), "", "/originCountryCode");
    country(declaration.destinationCountryCode(), "", "/destinationCountryCode");
    party(declaration.sender(), "/sender");
    party(declaration.recipient(), "/recipient");
    party(declaration.importer(), "/importer");
    money(declaration.declaredValue(), "/declaredValue");
    money(declaration.insuredValue(), "/insuredValue");
    money(declaration.postage(), "/postage");
    var contents = declaration.contents();
    for (var i = 0; i < contents.size(); i++) {
      var pointer = "/contents/" + i;
      country(contents.get(i).originCountryCode(), pointer, "/originCountryCode");
      money(contents.get(i).value(), pointer + "/value");
    }
  }

  private void party(Party party, String pointer) {
    var address = party == null ? null : party.address();
    if (address != null) {
      address(address, pointer);
    }
  }

  private void address(Address address, String pointer) {
    country(address.countryCode(), pointer, "/address/countryCode");
  }

  private void country(String code, String pointer, String name) {
    if (code != null && !COUNTRIES.contains(code)) {
      findings.add(ProblemCode.UNKNOWN_CODE, pointer + name, code, "a country code of ISO 3166-1");
    }
  }

  private void money(Money money, String pointer) {
    var code = money == null ? null : money.currencyCode();
    if (code != null && !CURRENCIES.contains(code)) {
      findings.add(
          ProblemCode.UNKNOWN_CODE, pointer + "/currencyCode", code, "a currency code of ISO 4217");
    }
  }
}
