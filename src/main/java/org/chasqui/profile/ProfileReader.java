package org.chasqui.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Severity;

/** Reads the file of one party: who it is, what it is sent and the national facts. */
final class ProfileReader {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,20}");
  private static final Pattern EDI_ID = Pattern.compile("[A-Z0-9]{1,35}");
  private static final Pattern REASON = Pattern.compile("[A-Z0-9]{1,3}");

  /** The events of an item at import customs: handed over, held, given back (EMSEVT). */
  private static final List<String> PROPOSED = List.of("EDB", "EME", "EDC");

  private static final String HELD = "EME";
  private static final List<String> TEXT_LANGUAGES = List.of("en", "es", "pt", "fr");
  private static final List<String> BASES = List.of("FOB", "CIF", "UNKNOWN");

  private final Section top;
  private final FormatCatalog formats;
  private final Set<String> algorithms;

  /** {@code algorithms} are the names of the check-digit algorithms that exist. */
  ProfileReader(Section top, FormatCatalog formats, Set<String> algorithms) {
    this.top = top;
    this.formats = formats;
    this.algorithms = algorithms;
  }

  /** The profile; complete only when the reading left no fault. */
  Profile read(String id) {
    var identity = identity(id, top.section("party"));
    var receives = receives(top.section("receives"));
    var connection = new ConnectionReader(top, formats);
    var format = connection.format(top.section("format"), receives);
    var outbox = connection.isOutbox();
    return new Profile(
        identity,
        system(top.section("system")),
        receives,
        format,
        connection.transport(),
        outbox ? connection.noAuthentication() : connection.authentication(),
        outbox ? connection.noResponse() : connection.response(),
        calendar(top.optionalSection("calendar"), identity.zone()),
        connection.limits(format),
        top.sections("thresholds").stream().map(this::threshold).toList(),
        top.sections("releaseCategories").stream().map(this::releaseCategory).toList(),
        top.sections("identifiers").stream().map(this::identifier).toList(),
        connection.codes(format),
        DeadlineReader.referrals(top.optionalSection("referrals")),
        DeadlineReader.expectations(top.sections("expects")),
        top.sections("facts").stream().map(this::fact).toList());
  }

  private Identity identity(String id, Section party) {
    var role =
        party.value("role", null, Values.tokenRule(PartyRole.class), Values.token(PartyRole.class));
    var code =
        party.value("code", null, "must be 2 to 20 of A-Z, 0-9 and hyphen", Values.matching(CODE));
    var country = party.value("country", null, Values.COUNTRY_RULE, Values::country);
    var expectedId = role == PartyRole.CUSTOMS ? country : code;
    if (expectedId != null && !expectedId.toLowerCase(Locale.ROOT).equals(id)) {
      party.fault(
          role == PartyRole.CUSTOMS ? "country" : "code",
          "must be the name of the file without its ending, in upper case",
          expectedId);
    }
    return new Identity(
        id,
        role,
        code,
        party.text("name"),
        country,
        countryNames(party.section("countryNames")),
        languages(party),
        party.value("currency", null, Values.CURRENCY_RULE, Values::currency),
        party.value("zone", null, Values.ZONE_RULE, Values::zone),
        party.values("ediIds", "must be 1 to 35 of A-Z and 0-9", Values.matching(EDI_ID)));
  }

  private static Map<String, String> countryNames(Section names) {
    return TEXT_LANGUAGES.stream()
        .filter(language -> names.text(language) != null)
        .collect(Collectors.toUnmodifiableMap(Function.identity(), names::text));
  }

  private static List<String> languages(Section party) {
    var languages = party.values("languages", Values.LANGUAGE_RULE, Values::language);
    if (!party.holds("languages")) {
      party.fault("languages", "must name at least one language", null);
    }
    return List.copyOf(languages);
  }

  private SystemFacts system(Section system) {
    return new SystemFacts(
        system.text("name"),
        system.text("description"),
        confidence(system),
        Boolean.TRUE.equals(system.value("confirmed", "false", Values.FLAG_RULE, Values::flag)));
  }

  private static Receives receives(Section receives) {
    var names = List.of(MessageKind.values()).stream().map(MessageKind::schemaName).toList();
    var kinds = receives.values("kinds", Values.oneOf(names), ProfileReader::kind);
    var flows = receives.values("flows", Values.tokenRule(Flow.class), Values.token(Flow.class));
    if (!receives.holds("kinds")) {
      receives.fault("kinds", "must name at least one kind", null);
    }
    if (!receives.holds("flows") && kinds.contains(MessageKind.ITEM_DECLARATION)) {
      receives.fault("flows", "must name at least one flow for item-declaration", null);
    }
    return new Receives(
        kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds),
        flows.isEmpty() ? Set.of() : EnumSet.copyOf(flows),
        proposedEvents(receives, kinds),
        proposedReason(receives));
  }

  private static Map<DecisionStatus, String> proposedEvents(
      Section receives, List<MessageKind> kinds) {
    var section = receives.optionalSection("proposedEvents");
    var events = new EnumMap<DecisionStatus, String>(DecisionStatus.class);
    for (var key : section.keys()) {
      var code = section.value(key, null, Values.oneOf(PROPOSED), in(PROPOSED));
      try {
        var status = Values.token(DecisionStatus.class).apply(key);
        if (code != null) {
          events.put(status, code);
        }
      } catch (IllegalArgumentException e) {
        section.fault(key, "as a key " + Values.tokenRule(DecisionStatus.class), key);
      }
    }
    var needed = Set.of(MessageKind.CUSTOMS_DECISION, MessageKind.TRACKING_EVENT);
    if (receives.has("proposedEvents") && !kinds.containsAll(needed)) {
      receives.fault(
          "proposedEvents", "needs customs-decision and tracking-event among the kinds", null);
    }
    if (events.containsValue(HELD) && !receives.has("proposedReason")) {
      receives.fault("proposedEvents", "needs proposedReason beside " + HELD, null);
    }
    return events;
  }

  private static String proposedReason(Section receives) {
    return receives.optional(
        "proposedReason", "must be 1 to 3 of A-Z and 0-9", Values.matching(REASON));
  }

  private static Function<String, String> in(List<String> codes) {
    return code -> Values.member(codes, code);
  }

  private static MessageKind kind(String name) {
    return List.of(MessageKind.values()).stream()
        .filter(kind -> kind.schemaName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static Calendar calendar(Section calendar, ZoneId partyZone) {
    var zone = calendar.optional("zone", Values.ZONE_RULE, Values::zone);
    var closed =
        calendar.sections("closed").stream()
            .map(
                window ->
                    new Calendar.Window(
                        time(window, "from"), time(window, "to"), window.text("source")))
            .toList();
    return new Calendar(zone == null ? partyZone : zone, closed);
  }

  private static LocalTime time(Section window, String key) {
    return window.value(key, null, "must be a local time such as 01:00", LocalTime::parse);
  }

  private Threshold threshold(Section threshold) {
    var amount = threshold.optional("amount", Values.AMOUNT_RULE, Values::amount);
    var mass = threshold.optional("massKilograms", Values.AMOUNT_RULE, Values::amount);
    if (!threshold.has("amount") && !threshold.has("massKilograms")) {
      threshold.fault("", "must give amount or massKilograms", null);
    }
    return new Threshold(
        threshold.text("name"),
        amount,
        currency(threshold, "amount"),
        threshold.value(
            "basis", "UNKNOWN", Values.oneOf(BASES), text -> Values.member(BASES, text)),
        mass,
        day(threshold, "validFrom"),
        day(threshold, "validTo"),
        threshold.text("legalSource"),
        confidence(threshold));
  }

  private static String currency(Section section, String amountKey) {
    if (section.has(amountKey)) {
      return section.value("currency", null, Values.CURRENCY_RULE, Values::currency);
    }
    return section.optional("currency", Values.CURRENCY_RULE, Values::currency);
  }

  private static LocalDate day(Section section, String key) {
    return section.optional(key, "must be a date such as 2026-05-01", LocalDate::parse);
  }

  private ReleaseCategory releaseCategory(Section category) {
    var number = category.value("category", null, "must be 1 to 4", Values.between(1, 4));
    BigDecimal upTo = category.optional("upTo", Values.AMOUNT_RULE, Values::amount);
    return new ReleaseCategory(
        number == null ? 0 : number,
        upTo,
        currency(category, "upTo"),
        category.text("source"),
        confidence(category));
  }

  private IdentifierRule identifier(Section identifier) {
    var pattern =
        identifier.value("pattern", null, "must be a regular expression", Pattern::compile);
    var check =
        identifier.value(
            "check",
            "none",
            "must be none or an algorithm of codelists/check-digits.yaml: "
                + Values.sorted(algorithms),
            this::algorithm);
    return new IdentifierRule(
        identifier.text("scheme"),
        identifier.text("name"),
        check,
        pattern == null ? null : pattern.pattern(),
        identifier.text("example", null),
        identifier.text("source"),
        confidence(identifier),
        identifier.value(
            "severity", "error", Values.tokenRule(Severity.class), Values.token(Severity.class)));
  }

  private String algorithm(String name) {
    if (!"none".equals(name) && !algorithms.contains(name)) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private Fact fact(Section fact) {
    return new Fact(fact.text("topic"), fact.text("text"), fact.text("source"), confidence(fact));
  }

  private static Confidence confidence(Section section) {
    return section.value(
        "confidence", null, Values.tokenRule(Confidence.class), Values.token(Confidence.class));
  }
}
