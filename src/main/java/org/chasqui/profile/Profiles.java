package org.chasqui.profile;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;

/** All parties of a gateway, replaced as a whole when their files change. Thread-safe. */
public final class Profiles {
  private volatile Edition edition;

  Profiles(List<Profile> all, IdentifierChecks identifierChecks, DatedRates rates) {
    edition = new Edition(all, identifierChecks, rates);
  }

  /** One reading of the files. Immutable. */
  private static final class Edition {
    private final List<Profile> all;
    private final Map<String, Profile> byId = new HashMap<>();
    private final Map<PartyAddress, Profile> byAddress = new HashMap<>();
    private final Map<String, Profile> byEdiId = new HashMap<>();
    private final Map<String, Profile> administrations = new HashMap<>();
    private final IdentifierChecks identifierChecks;
    private final DatedRates rates;

    /** This one with the objects of a former for the parties that are as they were. */
    Edition after(Edition former) {
      var kept =
          all.stream()
              .map(
                  profile -> {
                    var known = former.byId.get(profile.id());
                    return profile.equals(known) ? known : profile;
                  })
              .toList();
      return new Edition(kept, identifierChecks, rates);
    }

    Edition(List<Profile> all, IdentifierChecks identifierChecks, DatedRates rates) {
      this.all = List.copyOf(all);
      this.rates = rates;
      this.identifierChecks = identifierChecks;
      for (var profile : all) {
        byId.put(profile.id(), profile);
        byAddress.put(profile.identity().address(), profile);
        profile.identity().ediIds().forEach(ediId -> byEdiId.put(ediId, profile));
        if (profile.identity().role() == PartyRole.CUSTOMS) {
          administrations.put(profile.identity().countryCode(), profile);
        }
      }
    }
  }

  /**
   * Takes all parties, rules and rates of another reading in place of these. A party whose file
   * says the same stays the same object, and with it what was made of it.
   */
  public void replace(Profiles by) {
    edition = by.edition.after(edition);
  }

  /** Stands for the reading in use: another object after a replacement. */
  public Object edition() {
    return edition;
  }

  /**
   * Reads {@code administrations/*.yaml}, {@code operators/*.yaml}, {@code marketplaces/*.yaml},
   * {@code codelists/check-digits.yaml} and {@code rates/*.csv} below a folder.
   *
   * @param environment for {@code {{NAME:default}}} in values
   * @throws ConfigurationException with every fault of every file
   */
  public static Profiles load(
      Path configDir, Map<String, String> environment, FormatCatalog formats)
      throws ConfigurationException {
    return new ProfileLoader(configDir, environment, formats).load();
  }

  /** Administrations by id, then operators, then marketplaces. */
  public List<Profile> all() {
    return edition.all;
  }

  /** The customs administrations, by id. */
  public List<Profile> administrations() {
    return withRole(role -> role == PartyRole.CUSTOMS);
  }

  /** The parties that are neither administration nor marketplace: posts and others, by id. */
  public List<Profile> operators() {
    return withRole(role -> role != PartyRole.CUSTOMS && role != PartyRole.MARKETPLACE);
  }

  /** The marketplaces, by id. */
  public List<Profile> marketplaces() {
    return withRole(role -> role == PartyRole.MARKETPLACE);
  }

  /** By the name of the file without ending: {@code br}, {@code cla}. */
  public Optional<Profile> byId(String id) {
    return Optional.ofNullable(edition.byId.get(id));
  }

  /** By the address in envelopes. */
  public Optional<Profile> byAddress(String urn) {
    return PartyAddress.parse(urn).map(edition.byAddress::get);
  }

  /** The administration that answers for a country (ISO 3166-1 alpha-2). */
  public Optional<Profile> administrationOf(String countryCode) {
    return Optional.ofNullable(edition.administrations.get(countryCode));
  }

  /** By an id used in UNB or NAD: {@code J1CCLA}. */
  public Optional<Profile> byEdiId(String ediId) {
    return Optional.ofNullable(edition.byEdiId.get(ediId));
  }

  /** The operator with a UPU operator code: {@code CLA}. */
  public Optional<Profile> operator(String code) {
    return operators().stream()
        .filter(operator -> operator.identity().code().equals(code))
        .findFirst();
  }

  /** The latest rule for ids of a scheme in a country. */
  public Optional<IdentifierRule> identifierRule(String countryCode, String scheme) {
    return administrationOf(countryCode).stream()
        .flatMap(administration -> administration.identifiers().stream())
        .filter(rule -> rule.scheme().equals(scheme))
        .max(
            Comparator.comparing(
                rule -> rule.validity().from(), Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  /** The exchange rates that rules may convert by. */
  public DatedRates rates() {
    return edition.rates;
  }

  /** The algorithms behind the rules. */
  public IdentifierChecks identifierChecks() {
    return edition.identifierChecks;
  }

  private List<Profile> withRole(Predicate<PartyRole> wanted) {
    return edition.all.stream().filter(profile -> wanted.test(profile.identity().role())).toList();
  }
}
