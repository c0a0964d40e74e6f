package org.chasqui.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.edifact.Refusals;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/**
 * The messages of an interchange that were read well and refused by a rule, for the acknowledgement
 * of the interchange. Of the parts that an earlier worker recorded the ledger tells them.
 */
final class RefusedItems {
  private static final int PAGE = 500;

  private final Ledger ledger;
  private final long interchange;
  private final Refusals refusals = new Refusals();
  private final Deque<ProblemRow> recorded = new ArrayDeque<>();
  private String next;
  private boolean more = true;

  RefusedItems(Ledger ledger, Interchange interchange) {
    this.ledger = ledger;
    this.interchange = interchange.id();
  }

  /** Notes one that is refused now. */
  void add(Prepared prepared) {
    if (prepared.decoded().message() != null && prepared.refused()) {
      refusals.add(prepared.decoded().origin(), prepared.problems());
    }
  }

  /** Notes one that was recorded already, when it was refused; in the order of the positions. */
  void recorded(Decoded decoded) {
    var problems = new ArrayList<Problem>();
    for (var row = head(); row != null && row.position() <= decoded.position(); row = head()) {
      recorded.removeFirst();
      boolean rule = !(row.problem().location() instanceof Location.InEdifact);
      if (row.position() == decoded.position() && rule && row.problem().isError()) {
        problems.add(row.problem());
      }
    }
    if (!problems.isEmpty() && decoded.message() != null) {
      refusals.add(decoded.origin(), List.copyOf(problems));
    }
  }

  private ProblemRow head() {
    while (recorded.isEmpty() && more) {
      var page = ledger.problems(interchange, PAGE, next);
      recorded.addAll(page.rows());
      next = page.next();
      more = next != null;
    }
    return recorded.peekFirst();
  }

  InterchangeReport in(InterchangeReport report) {
    return refusals.in(report);
  }
}
