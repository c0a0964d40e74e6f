package org.chasqui.rule;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemId;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Rfc3339;

/** The rules for one declaration of an item (wco-and-canonical-model §6.9). Thread-safe. */
public final class ItemRules {
  /** How far clocks may differ before a posting counts as in the future (ours). */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

  private final ContentRules contents;

  private ItemRules(VagueDescriptions vague) {
    this.contents = new ContentRules(vague);
  }

  /** With the list of vague descriptions that comes with the program. */
  public static ItemRules bundled() {
    return new ItemRules(VagueDescriptions.bundled());
  }

  /** With {@code vague-descriptions.csv} of a folder such as {@code config/codelists}. */
  public static ItemRules of(Path codelists) {
    return new ItemRules(VagueDescriptions.of(codelists));
  }

  /**
   * All faults of a declaration. It may break its schema: what is absent or unreadable is passed
   * over here, since the schema's check says so.
   */
  public List<Problem> check(ItemDeclaration declaration, RuleContext context) {
    var findings = new Findings();
    checkItemId(declaration, context, findings);
    checkOperators(declaration, context, findings);
    checkPosting(declaration, context, findings);
    new CodeRules(findings).check(declaration);
    new PartyRules(context.parties(), context.receivedAt(), findings).check(declaration);
    if (declaration.function() != MessageFunction.CANCELLATION) {
      contents.check(declaration, findings);
    }
    return findings.problems();
  }

  private static void checkItemId(
      ItemDeclaration declaration, RuleContext context, Findings findings) {
    if (declaration.previousItemId() != null) {
      findings.addAll(
          ItemId.check(
              declaration.previousItemId(),
              new Location.AtPointer("/previousItemId"),
              context.test()));
    }
    if (declaration.itemId() == null) {
      return;
    }
    findings.addAll(
        ItemId.check(declaration.itemId(), new Location.AtPointer("/itemId"), context.test()));
    var country = new ItemId(declaration.itemId()).countryCode();
    var expected =
        context
            .parties()
            .operatorCountry(declaration.originOperatorCode())
            .orElse(declaration.originCountryCode());
    if (country.isPresent() && expected != null && !country.get().equals(expected)) {
      findings.add(ProblemCode.ITEM_COUNTRY, "/itemId", country.get(), expected);
    }
  }

  private static void checkOperators(
      ItemDeclaration declaration, RuleContext context, Findings findings) {
    checkOperator(declaration.originOperatorCode(), "/originOperatorCode", context, findings);
    checkOperator(
        declaration.destinationOperatorCode(), "/destinationOperatorCode", context, findings);
  }

  private static void checkOperator(
      String code, String pointer, RuleContext context, Findings findings) {
    if (code != null && context.parties().operatorCountry(code).isEmpty()) {
      findings.add(ProblemCode.UNKNOWN_OPERATOR, pointer, code, "an operator with a profile");
    }
  }

  private static void checkPosting(
      ItemDeclaration declaration, RuleContext context, Findings findings) {
    var posting = declaration.postingDateTime();
    if (posting == null) {
      return;
    }
    try {
      var latest = context.receivedAt().plus(CLOCK_TOLERANCE);
      if (Rfc3339.parse(posting).toInstant().isAfter(latest)) {
        findings.add(
            ProblemCode.POSTING_IN_FUTURE,
            "/postingDateTime",
            posting,
            "not after " + context.receivedAt());
      }
    } catch (DateTimeException e) {
      return; // not a time at all: the schema's check says so
    }
  }
}
