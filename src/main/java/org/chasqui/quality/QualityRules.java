package org.chasqui.quality;

import java.nio.file.Path;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.rule.VagueDescriptions;

/**
 * Judges the quality of one declaration by what it says alone: whether what the destination needs
 * is there (completeness), can be true (accuracy) and agrees with itself (consistency). What is
 * judged is counted for the post that declared and refuses nothing; the measures and their sources
 * are in {@code docs/quality.md}. Thread-safe.
 */
public final class QualityRules {
  private final Completeness completeness;
  private final Accuracy accuracy;
  private final Consistency consistency = new Consistency();

  private QualityRules(Completeness completeness, Accuracy accuracy) {
    this.completeness = completeness;
    this.accuracy = accuracy;
  }

  /**
   * With the lists of a folder such as {@code config/codelists}.
   *
   * @throws IllegalArgumentException when a list is not well formed: names file and line
   */
  public static QualityRules of(Path codelists) {
    return new QualityRules(
        new Completeness(FieldNeeds.of(codelists)),
        new Accuracy(
            VagueDescriptions.of(codelists), HsHeadings.of(codelists), GoodsWords.of(codelists)));
  }

  /** Completeness, accuracy and consistency; time and match are no matter of one message. */
  public Assessment assess(ItemDeclaration declaration) {
    var draft = new Assessment.Draft();
    completeness.judge(declaration, draft);
    accuracy.judge(declaration, draft);
    consistency.judge(declaration, draft);
    return draft.finished();
  }
}
