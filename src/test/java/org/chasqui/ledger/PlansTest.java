package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the ledger asks for each item or document must cost the same however much it holds. SQLite
 * has no statistics of our tables, so it can prefer an index by recipient, which reads all that a
 * party ever received; {@code CROSS JOIN} gives it the order.
 */
class PlansTest {
  private static final Pattern WHOLE_TABLE =
      Pattern.compile(
          "SCAN (m|o|d|l|i|p|message|delivery|delivery_line|interchange|problem|event)");
  private static final Pattern WHOLE_PARTY =
      Pattern.compile("line_recipient \\(recipient=\\?\\)|message_sender \\(sender=\\?\\)");

  @TempDir static Path folder;

  record Statement(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void readsNoMoreTheMoreTheLedgerHolds(Statement statement) throws SQLException {
    var configuration = LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "plans");
    var store = new Store(configuration);
    store.migrate();
    List<String> plan;
    try (var connection = store.writer()) {
      plan = plan(connection, statement.text().replace("%s", "?,?,?"));
    }

    assertThat(plan)
        .isNotEmpty()
        .noneMatch(step -> WHOLE_TABLE.matcher(step).find())
        .noneMatch(step -> WHOLE_PARTY.matcher(step).find());
  }

  private static List<String> plan(Connection connection, String text) throws SQLException {
    var steps = new ArrayList<String>();
    try (var asked = connection.prepareStatement("EXPLAIN QUERY PLAN " + text);
        var rows = asked.executeQuery()) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }

  static List<Statement> statements() throws Exception {
    var classes = Path.of(Ledger.class.getResource("Ledger.class").toURI()).getParent();
    var found = new ArrayList<Statement>();
    try (Stream<Path> files = Files.list(classes)) {
      for (var file : files.filter(name -> name.toString().endsWith(".class")).sorted().toList()) {
        var name = file.getFileName().toString().replace(".class", "");
        for (var field : Class.forName("org.chasqui.ledger." + name).getDeclaredFields()) {
          statement(name, field).ifPresent(found::add);
        }
      }
    }
    assertThat(found).as("statements of the ledger").hasSizeGreaterThan(15);
    return found;
  }

  private static Optional<Statement> statement(String type, Field field)
      throws IllegalAccessException {
    if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) {
      return Optional.empty();
    }
    field.setAccessible(true);
    var text = (String) field.get(null);
    boolean asks = text != null && text.matches("(?s)(SELECT|UPDATE|DELETE) .* WHERE \\S.*");
    return asks ? Optional.of(new Statement(type + "." + field.getName(), text)) : Optional.empty();
  }
}
