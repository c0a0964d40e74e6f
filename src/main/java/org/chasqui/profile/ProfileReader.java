package org.chasqui.profile;

import java.time.Duration;
import java.time.LocalDate;
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
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyRole;

/** Reads the file of one party: who it is, what it is sent and the national facts. */
final class ProfileReader {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,20}");
  private static final Pattern EDI_ID = Pattern.compile("[A-Z0-9]{1,35}");
  private static final Pattern REASON = Pattern.compile("[A-Z0-9]{1,3}");

  /** The events of an item at import customs: handed over, held, given back (EMSEVT). */
  private static final List<String> PROPOSED = List.of("EDB", "EME", "EDC");

  private static final String HELD = "EME";
  private static final List<String> TEXT_LANGUAGES = List.of("en", "es", "pt", "fr");

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
    return read(identity, receives(top.section("receives")));
  }

  private Profile read(Identity identity, Receives receives) {
    var connection = new ConnectionReader(top, formats);
    var format = connection.format(top.section("format"), receives);
    var rules = new RuleReader(top, algorithms);
    return new Profile(
        identity,
        system(top.section("system")),
        receives,
        format,
        connection.reached().transport(),
        connection.reached().authentication(),
        connection.response(),
        new CalendarReader(top.optionalSection("calendar")).read(identity.zone()),
        connection.limits(format),
        rules.thresholds(),
        rules.releaseCategories(),
        rules.identifiers(),
        connection.codes(format),
        DeadlineReader.referrals(top.optionalSection("referrals")),
        DeadlineReader.expectations(top.sections("expects")),
        top.sections("facts").stream().map(this::fact).toList(),
        rules.quotas(),
        rules.requirements(),
        marks(top.optionalSection("marks")),
        changed(identity.role()),
        new EnrichmentReader(top, connection.reached()).enrichments(rules.quotas()));
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
        proposedReason(receives),
        functions(receives),
        receives.text("instead", null),
        preadviceWithin(receives, kinds));
  }

  private static Duration preadviceWithin(Section receives, List<MessageKind> kinds) {
    if (receives.has("preadviceWithin") && !kinds.contains(MessageKind.ITEM_DECLARATION)) {
      receives.fault("preadviceWithin", "needs item-declaration among the kinds", null);
    }
    return receives.optional("preadviceWithin", Values.DURATION_RULE, Values::duration);
  }

  private static Set<MessageFunction> functions(Section receives) {
    var functions =
        receives.values(
            "functions",
            Values.tokenRule(MessageFunction.class),
            Values.token(MessageFunction.class));
    if (receives.has("functions") && functions.isEmpty()) {
      receives.fault("functions", "must name at least one function when it is given", null);
    }
    return functions.isEmpty() ? EnumSet.allOf(MessageFunction.class) : EnumSet.copyOf(functions);
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

  static MessageKind kind(String name) {
    return List.of(MessageKind.values()).stream()
        .filter(kind -> kind.schemaName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private Fact fact(Section fact) {
    return new Fact(fact.text("topic"), fact.text("text"), fact.text("source"), confidence(fact));
  }

  private static Marks marks(Section marks) {
    return new Marks(
        mark(marks, "system", Mark.NONE),
        mark(marks, "languages", Mark.NONE),
        mark(marks, "transport", null),
        mark(marks, "authentication", null),
        mark(marks, "response", null));
  }

  private static Mark mark(Section marks, String key, Mark otherwise) {
    if (!marks.has(key)) {
      marks.optionalSection(key);
      return otherwise;
    }
    var mark = marks.section(key);
    return new Mark(mark.text("source"), confidence(mark));
  }

  /** The day on which the facts of an administration were last looked at and changed. */
  private LocalDate changed(PartyRole role) {
    return role == PartyRole.CUSTOMS
        ? top.value("changed", null, Values.DAY_RULE, LocalDate::parse)
        : top.optional("changed", Values.DAY_RULE, LocalDate::parse);
  }

  private static Confidence confidence(Section section) {
    return section.value(
        "confidence", null, Values.tokenRule(Confidence.class), Values.token(Confidence.class));
  }
}
