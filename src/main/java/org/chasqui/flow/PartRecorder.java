package org.chasqui.flow;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.ledger.InterpretationClaim;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.Work;

/**
 * Gathers decoded messages into parts of bounded size, records each in one transaction and hands
 * its deliveries on at once.
 */
final class PartRecorder implements Decoder.Sink {
  /** Messages a part: large enough to share a commit, small enough for memory and latency. */
  static final int PART_SIZE = 250;

  private final Ledger ledger;
  private final PartMaker.ForInterchange maker;
  private final Dispatcher dispatcher;
  private final int skipTo;
  private InterpretationClaim claim;
  private List<Decoded> gathered = new ArrayList<>();

  PartRecorder(
      Ledger ledger,
      InterpretationClaim claim,
      PartMaker.ForInterchange maker,
      Dispatcher dispatcher) {
    this.ledger = ledger;
    this.claim = claim;
    this.skipTo = claim.position();
    this.maker = skipTo == 0 ? maker : maker.resumedAt(skipTo);
    this.dispatcher = dispatcher;
  }

  @Override
  public void item(Decoded decoded) {
    if (decoded.position() <= skipTo) {
      maker.recorded(decoded);
      return;
    }
    gathered.add(decoded);
    if (gathered.size() >= PART_SIZE) {
      record(null);
    }
  }

  @Override
  public void end(DocumentEnd end) {
    record(end);
  }

  private void record(DocumentEnd end) {
    var part = maker.part(gathered, end);
    claim = ledger.record(claim, part);
    gathered = new ArrayList<>();
    for (NewDelivery delivery : part.deliveries()) {
      // one that waits is handed out by the sweeper
      if (delivery.gathering() == null && delivery.awaits() == null) {
        dispatcher.handOver(new Work(Work.Kind.DELIVER, delivery.id(), delivery.recipient()));
      }
    }
  }
}
