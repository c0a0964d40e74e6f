package org.chasqui.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.EventType;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;

/** Reads {@code format.documents}: which messages become another document of the format. */
final class DocumentRuleReader {
  private final ConnectionReader connection;
  private final FormatCatalog formats;

  DocumentRuleReader(ConnectionReader connection, FormatCatalog formats) {
    this.connection = connection;
    this.formats = formats;
  }

  List<DocumentRule> read(Section format) {
    return format.sections("documents").stream().map(this::rule).toList();
  }

  private DocumentRule rule(Section rule) {
    var codec = rule.text("codec");
    var kinds = rule.values("kinds", Values.oneOf(kindNames()), ProfileReader::kind);
    if (!rule.holds("kinds")) {
      rule.fault("kinds", "must name at least one kind", null);
    }
    for (var kind : kinds) {
      if (codec != null && !formats.writes(codec).contains(kind)) {
        rule.fault("codec", "does not write " + kind.schemaName(), codec);
      }
    }
    var settings = rule.optionalSection("settings").texts();
    return new DocumentRule(
        codec == null ? "" : codec,
        set(kinds),
        set(tokens(rule, "functions", MessageFunction.class)),
        set(tokens(rule, "events", EventType.class)),
        Set.copyOf(rule.values("categories", "must be 1 to 4", Values.between(1, 4))),
        Boolean.TRUE.equals(rule.value("beside", "false", Values.FLAG_RULE, Values::flag)),
        rule.optional("path", "must begin with /", TransportReader::path),
        Map.copyOf(settings),
        rule.has("response") ? connection.response(rule.section("response")) : null);
  }

  private static List<String> kindNames() {
    return List.of(MessageKind.values()).stream().map(MessageKind::schemaName).toList();
  }

  private static <E extends Enum<E>> List<E> tokens(Section rule, String key, Class<E> type) {
    return rule.values(key, Values.tokenRule(type), Values.token(type));
  }

  private static <E extends Enum<E>> Set<E> set(List<E> values) {
    return values.isEmpty() ? Set.of() : EnumSet.copyOf(values);
  }
}
