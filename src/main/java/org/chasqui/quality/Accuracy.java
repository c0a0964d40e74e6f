package org.chasqui.quality;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.rule.VagueDescriptions;

/** Whether what is declared can be believed. What is absent is no matter of accuracy. */
final class Accuracy {
  /** The doubts that count for the whole; the fit of words and code is only an indication. */
  private static final Set<Measure> COUNTING =
      EnumSet.of(
          Measure.CLEAR_DESCRIPTION, Measure.TRUE_VALUE, Measure.HS_FORM, Measure.HS_HEADING);

  private final VagueDescriptions vague;
  private final HsHeadings headings;
  private final GoodsWords words;

  Accuracy(VagueDescriptions vague, HsHeadings headings, GoodsWords words) {
    this.vague = vague;
    this.headings = headings;
    this.words = words;
  }

  void judge(ItemDeclaration declaration, Assessment.Draft draft) {
    var documents = declaration.itemCategory() == ItemCategory.DOCUMENTS;
    for (var piece : declaration.contents()) {
      if (!documents) {
        description(piece, draft);
        value(piece.value(), draft);
      }
      code(piece, draft);
    }
    if (!documents) {
      value(declaration.declaredValue(), draft);
    }
    draft.sum(Measure.ACCURATE, COUNTING);
  }

  private void description(ContentPiece piece, Assessment.Draft draft) {
    if (piece.description() != null && !piece.description().isBlank()) {
      draft.judge(Measure.CLEAR_DESCRIPTION, vague.vaguePart(piece.description()).isEmpty());
    }
  }

  private static void value(Money value, Assessment.Draft draft) {
    var amount = value == null ? null : Amounts.decimal(value.amount());
    if (amount != null) {
      draft.judge(Measure.TRUE_VALUE, amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) != 0);
    }
  }

  private void code(ContentPiece piece, Assessment.Draft draft) {
    var code = piece.hsCode();
    if (code == null || code.isBlank()) {
      return;
    }
    draft.judge(Measure.HS_FORM, HsHeadings.hasForm(code));
    if (HsHeadings.hasForm(code)) {
      draft.judge(Measure.HS_HEADING, headings.has(code));
      fit(piece, draft);
    }
  }

  private void fit(ContentPiece piece, Assessment.Draft draft) {
    if (piece.description() != null) {
      words
          .fits(piece.description(), piece.hsCode())
          .ifPresentOrElse(
              fits -> draft.judge(Measure.DESCRIPTION_FITS, fits),
              () -> draft.unknown(Measure.DESCRIPTION_FITS));
    }
  }
}
