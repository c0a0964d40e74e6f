package org.chasqui.app.gateway;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.flow.MessageCheck;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.ItemRules;
import org.chasqui.rule.PartyFacts;
import org.chasqui.rule.RuleContext;

/** The checks of every message: the schema where the decoder did not, then the business rules. */
final class Checks implements MessageCheck {
  private final RecordChecker schema;
  private final ItemRules rules;
  private final PartyFacts parties;

  Checks(Path config, Profiles profiles) {
    schema = RecordChecker.of(config.resolve("schema"));
    rules = ItemRules.of(config.resolve("codelists"));
    parties = PartyFacts.of(profiles);
  }

  @Override
  public List<Problem> check(RegionalMessage message, Instant receivedAt, boolean schemaChecked) {
    var problems = new ArrayList<Problem>();
    if (!schemaChecked) {
      problems.addAll(schema.check(message.data()));
    }
    if (message.data() instanceof ItemDeclaration declaration) {
      problems.addAll(
          rules.check(
              declaration, new RuleContext(receivedAt, message.envelope().test(), parties)));
    }
    return problems;
  }
}
