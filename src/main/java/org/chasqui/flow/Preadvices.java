package org.chasqui.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.MessageFunction;

/**
 * What pre-advices say of a dispatch as a whole: its id and its legs. Each is read once however
 * many items it has and however many parts ask for it; what was read is kept without the items, up
 * to a bound. A recorded message never changes, so what is kept is always true.
 */
final class Preadvices {
  /** Kept; each has an id and a few legs. */
  private static final int MOST = 2_000;

  private final Ledger ledger;
  private final RegionalJson json;
  private final Map<Long, Optional<DispatchPreadvice>> read =
      Collections.synchronizedMap(new Recent());

  Preadvices(Ledger ledger, RegionalJson json) {
    this.ledger = ledger;
    this.json = json;
  }

  /**
   * The dispatch as this post says it now; none when it was cancelled. An advice of a consignment
   * alone tells the legs too.
   */
  Optional<DispatchPreadvice> said(String dispatch, String sender) {
    return ledger.itemBook().preadvices(dispatch, sender).stream()
        .map(this::whole)
        .flatMap(Optional::stream)
        .reduce(Preadvices::later)
        .filter(said -> said.function() != MessageFunction.CANCELLATION);
  }

  private Optional<DispatchPreadvice> whole(long messageId) {
    var known = read.get(messageId);
    if (known == null) {
      known =
          ledger
              .itemBook()
              .content(messageId)
              .map(content -> json.read(content).data())
              .filter(DispatchPreadvice.class::isInstance)
              .map(DispatchPreadvice.class::cast)
              .map(Preadvices::head);
      read.put(messageId, known);
    }
    return known;
  }

  private static DispatchPreadvice head(DispatchPreadvice said) {
    return DispatchPreadvice.builder()
        .function(said.function())
        .dispatchId(said.dispatchId())
        .legs(said.legs())
        .build();
  }

  private static DispatchPreadvice later(DispatchPreadvice earlier, DispatchPreadvice later) {
    boolean kept = later.legs().isEmpty() && later.function() != MessageFunction.CANCELLATION;
    return kept && earlier.function() != MessageFunction.CANCELLATION ? earlier : later;
  }

  /** Forgets what was not asked for longest. */
  private static final class Recent extends LinkedHashMap<Long, Optional<DispatchPreadvice>> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Optional<DispatchPreadvice>> eldest) {
      return size() > MOST;
    }
  }
}
