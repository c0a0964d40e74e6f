package org.chasqui.profile;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.profile.Enrichment.WhenDown;

/** Reads which services are asked about an item before its declaration is delivered. */
final class EnrichmentReader {
  private static final Set<String> PLACES = Set.of("identifier", "year", "amount");

  private static final String PATH_RULE =
      "must begin with /, or be an address with https (http for this machine only)";

  private static final String BODY_RULE =
      "must be well-formed XML with {identifier}; {year} and {amount} may stand in it";

  private final Section top;
  private final TransportKind transport;
  private final Authentication authentication;

  EnrichmentReader(Section top, TransportReader reached) {
    this.top = top;
    this.transport = reached.kind();
    this.authentication = reached.authentication();
  }

  List<Enrichment> enrichments(List<Quota> quotas) {
    var sections = top.sections("enrich");
    var names = new HashSet<String>();
    var read = sections.stream().map(section -> enrichment(section, quotas)).toList();
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).name() != null && !names.add(read.get(i).name())) {
        sections.get(i).fault("name", "must be the only one of this name", read.get(i).name());
      }
    }
    if (!sections.isEmpty()) {
      checkConnection();
    }
    return read;
  }

  private void checkConnection() {
    if (!transport.calls()) {
      top.fault("enrich", "is not for the transport " + transport.token(), null);
    }
    authentication.all().stream()
        .map(Authentication::module)
        .filter(
            module ->
                AuthenticationKind.of(module).filter(kind -> !kind.isBesideBody()).isPresent())
        .forEach(module -> top.fault("enrich", "needs an authentication by header", module));
  }

  private static Enrichment enrichment(Section section, List<Quota> quotas) {
    var within = section.values("within", "must be a text", text -> text);
    var above = section.values("above", "must be a text", text -> text);
    if (within.isEmpty() != above.isEmpty()) {
      section.fault("", "must hold within and above, or neither when items are counted", null);
    }
    return new Enrichment(
        section.text("name"),
        quota(section, quotas),
        section.value("path", null, PATH_RULE, EnrichmentReader::path),
        section.text("action", ""),
        section.value("body", null, BODY_RULE, EnrichmentReader::body),
        List.copyOf(section.values("identifiers", "must be a scheme", text -> text)),
        section.text("answer"),
        section.text("errors", null),
        List.copyOf(within),
        List.copyOf(above),
        token(section, "whenDown", "send", WhenDown.class),
        section.value("timeout", "PT5S", Values.DURATION_RULE, Values::duration),
        section.value("waitFor", "PT10M", Values.DURATION_RULE, Values::duration),
        section.text("source"),
        token(section, "confidence", null, Confidence.class));
  }

  private static <E extends Enum<E>> E token(
      Section section, String key, String otherwise, Class<E> type) {
    return section.value(key, otherwise, Values.tokenRule(type), Values.token(type));
  }

  private static String quota(Section section, List<Quota> quotas) {
    var rule = "must be the name of a quota of this file";
    return section.value("quota", null, rule, name -> quota(name, quotas));
  }

  private static String quota(String name, List<Quota> quotas) {
    if (quotas.stream().noneMatch(quota -> name.equals(quota.name()))) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private static String path(String text) {
    if (text.startsWith("/")) {
      return TransportReader.path(text);
    }
    var address = URI.create(text);
    boolean own =
        "http".equals(address.getScheme())
            && Set.of("127.0.0.1", "[::1]", "localhost").contains(address.getHost());
    if (address.getHost() == null || !(own || "https".equals(address.getScheme()))) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static BodyTemplate body(String text) {
    var template = BodyTemplate.of(text);
    var places = template.places();
    if (!places.contains("identifier") || !PLACES.containsAll(places)) {
      throw new IllegalArgumentException(text);
    }
    return template;
  }
}
