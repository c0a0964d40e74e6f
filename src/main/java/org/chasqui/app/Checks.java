package org.chasqui.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.codec.regional.SchemaValidator;
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
  private final SchemaValidator schema;
  private final ItemRules rules;
  private final PartyFacts parties;
  private final RegionalJson json = new RegionalJson();
  private final ObjectMapper trees = new ObjectMapper();

  Checks(Path config, Profiles profiles) {
    schema = SchemaValidator.of(config.resolve("schema"));
    rules = ItemRules.of(config.resolve("codelists"));
    parties = PartyFacts.of(profiles);
  }

  @Override
  public List<Problem> check(RegionalMessage message, Instant receivedAt, boolean schemaChecked) {
    var problems = new ArrayList<Problem>();
    if (!schemaChecked) {
      problems.addAll(bySchema(message));
    }
    if (message.data() instanceof ItemDeclaration declaration) {
      problems.addAll(
          rules.check(
              declaration, new RuleContext(receivedAt, message.envelope().test(), parties)));
    }
    return problems;
  }

  private List<Problem> bySchema(RegionalMessage message) {
    try {
      return schema.check(message.kind(), trees.readTree(json.writeData(message.data())));
    } catch (IOException e) {
      throw new UncheckedIOException("what was written can be read", e);
    }
  }
}
