package org.chasqui.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.chasqui.message.Problem;

/** Whether the texts of the rules that assessments refer to are there and unchanged. */
final class RuleVouching {
  private static final Pattern REFERENCE = Pattern.compile("\\b[0-9a-f]{32}\\b");

  private final Set<String> references = new TreeSet<>();

  /** Takes note of what an assessment refers to; null refers to nothing. */
  void add(String assessment) {
    if (assessment != null) {
      REFERENCE.matcher(assessment).results().forEach(found -> references.add(found.group()));
    }
  }

  void check(Reading reading, Consumer<Problem> report) {
    var texts = new RuleRecords(null, reading).texts(references);
    for (var reference : references) {
      var text = texts.get(reference);
      var found = text == null ? "nothing" : reference(text);
      if (!found.equals(reference)) {
        report.accept(
            Verifying.fault("/rules/" + reference, found, "the text of this SHA-256 prefix"));
      }
    }
  }

  private static String reference(String text) {
    return Digests.hex(Digests.of(text.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
  }
}
