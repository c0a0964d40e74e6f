package org.chasqui.flow;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Decoded;
import org.chasqui.ledger.Interchange;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.rule.RuleBook;

/** Which rules assessed the declarations of one part. */
final class PartAssessments {
  private final RuleBook rules;
  private final Interchange interchange;
  private final IdentityHashMap<Decoded, String> texts = new IdentityHashMap<>();
  private final Map<Long, String> byMessage = new HashMap<>();

  PartAssessments(RuleBook rules, Interchange interchange) {
    this.rules = rules;
    this.interchange = interchange;
  }

  /** Assesses a declaration; the fields that its destination requires and it lacks. */
  List<Problem> assess(Decoded decoded, RegionalMessage message) {
    if (!(message.data() instanceof ItemDeclaration declaration)) {
      return List.of();
    }
    var assessment = rules.assess(declaration, interchange.header().receivedAt());
    if (assessment.isEmpty()) {
      return List.of();
    }
    texts.put(decoded, assessment.get().text());
    return assessment.get().problems();
  }

  /** The message that the declaration became. */
  void recorded(long messageId, Decoded decoded) {
    var text = texts.remove(decoded);
    if (text != null) {
      byMessage.put(messageId, text);
    }
  }

  Map<Long, String> byMessage() {
    return byMessage;
  }
}
