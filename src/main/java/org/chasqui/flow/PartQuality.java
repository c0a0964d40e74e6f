package org.chasqui.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.LateQuality;
import org.chasqui.ledger.QualityCount;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Profile;
import org.chasqui.quality.Measure;
import org.chasqui.quality.QualityRules;

/**
 * What one part says of quality. A post's first declaration of an item counts, whether usable or
 * not; tests, amendments, cancellations and repetitions do not.
 */
final class PartQuality {
  private static final Set<ProblemCode> REPEATED =
      EnumSet.of(ProblemCode.VERSION_ORDER, ProblemCode.REPEATED);

  private final QualityRules rules;
  private final Interchange interchange;
  private final Profile sender;
  private final QualitySheet sheet = new QualitySheet();
  private final Timeliness timeliness;

  PartQuality(
      QualityRules rules, Timeliness.Lookup lookup, Interchange interchange, Profile sender) {
    this.rules = rules;
    this.interchange = interchange;
    this.sender = sender;
    timeliness = new Timeliness(lookup, sheet, sender, day());
  }

  void add(long messageId, Prepared prepared) {
    var message = prepared.message();
    if (message == null || interchange.header().test() || message.envelope().test()) {
      return;
    }
    if (message.data() instanceof ItemDeclaration declaration) {
      declared(messageId, declaration, prepared);
    } else if (!prepared.refused()) {
      timeliness.told(message.data());
    }
  }

  private void declared(long messageId, ItemDeclaration declaration, Prepared prepared) {
    if (declaration.function() != MessageFunction.ORIGINAL
        || sender.identity().role() == PartyRole.CUSTOMS
        || isRepeated(prepared.problems())) {
      return;
    }
    var lane = lane(declaration, prepared.problems());
    var assessment = rules.assess(declaration);
    assessment.met().forEach(m -> count(lane, m, 1, 0, 0));
    assessment.failed().forEach(m -> count(lane, m, 0, 1, 0));
    assessment.unknown().forEach(m -> count(lane, m, 0, 0, 1));
    if (!prepared.refused()) {
      count(lane, Measure.BEFORE_DISPATCH, 0, 0, 1);
      count(lane, Measure.BEFORE_ARRIVAL, 0, 0, 1);
      timeliness.declared(
          declaration.itemId(), messageId, received(), lane, prepared.begins() != Beginning.NONE);
    }
  }

  /** A destination that takes no part is told by no name, so that names cannot be heaped up. */
  private static Lane lane(ItemDeclaration declaration, List<Problem> problems) {
    var lane = Lane.of(declaration);
    return problems.stream().anyMatch(problem -> problem.code() == ProblemCode.CORRIDOR)
        ? new Lane(lane.origin(), "")
        : lane;
  }

  private static boolean isRepeated(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> REPEATED.contains(problem.code()));
  }

  private void count(Lane lane, Measure measure, long met, long failed, long unknown) {
    sheet.add(sender.id(), lane, day(), measure, met, failed, unknown, 0);
  }

  private Instant received() {
    return interchange.header().receivedAt();
  }

  private LocalDate day() {
    return received().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** What the part adds to the counts; asks the ledger about items of other messages. */
  List<QualityCount> counts() {
    timeliness.finish();
    return sheet.counts();
  }

  /** What it says of declarations by a later or earlier message; after {@link #counts()}. */
  List<LateQuality> late() {
    return timeliness.late();
  }
}
