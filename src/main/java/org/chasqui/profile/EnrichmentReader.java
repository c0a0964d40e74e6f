package org.chasqui.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.profile.Enrichment.WhenDown;

/** Reads which services are asked about an item before its declaration is delivered. */
final class EnrichmentReader {
  private static final Set<String> PLACES = Set.of("identifier", "year", "amount");

  private final Section top;
  private final TransportKind transport;

  EnrichmentReader(Section top, TransportKind transport) {
    this.top = top;
    this.transport = transport;
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
    if (!sections.isEmpty() && !transport.calls()) {
      top.fault("enrich", "is not for the transport " + transport.token(), null);
    }
    return read;
  }

  private static Enrichment enrichment(Section section, List<Quota> quotas) {
    var within = section.values("within", "must be a text", text -> text);
    var above = section.values("above", "must be a text", text -> text);
    if (within.isEmpty() != above.isEmpty()) {
      section.fault("", "must hold within and above, or neither when items are counted", null);
    }
    return new Enrichment(
        section.text("name"),
        section.value(
            "quota", null, "must be the name of a quota of this file", name -> quota(name, quotas)),
        section.value("path", null, "must begin with / or http", EnrichmentReader::path),
        section.text("action", ""),
        section.value(
            "body",
            null,
            "must be well-formed XML with {identifier}; {year} and {amount} may stand in it",
            EnrichmentReader::body),
        List.copyOf(section.values("identifiers", "must be a scheme", text -> text)),
        section.text("answer"),
        section.text("errors", null),
        List.copyOf(within),
        List.copyOf(above),
        section.value(
            "whenDown", "send", Values.tokenRule(WhenDown.class), Values.token(WhenDown.class)),
        section.value("timeout", "PT5S", Values.DURATION_RULE, Values::duration),
        section.value("waitFor", "PT10M", Values.DURATION_RULE, Values::duration),
        section.text("source"),
        section.value(
            "confidence",
            null,
            Values.tokenRule(Confidence.class),
            Values.token(Confidence.class)));
  }

  private static String quota(String name, List<Quota> quotas) {
    if (quotas.stream().noneMatch(quota -> name.equals(quota.name()))) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private static String path(String text) {
    return text.startsWith("http://") || text.startsWith("https://")
        ? text
        : TransportReader.path(text);
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
