package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deadlines and alarms in the ledger. They are set and met by what is recorded ({@link
 * ItemLife}), and raised here when their time has come.
 */
public interface AlarmBook {

  /** Deadlines that have passed and are no alarms yet, longest first. */
  List<Alarm> due(Instant now, int limit);

  /**
   * Raises each once, whichever gateway asks, with its reminder and the event {@code alarmed} in
   * one transaction; one that was met or moved meanwhile is left alone.
   *
   * @return the reminders that are on their way now
   */
  List<NewDelivery> raise(List<DueAlarm> alarms);

  /** Deadlines and alarms by criteria, paged. */
  Page<Alarm> search(AlarmSearch search);

  /** How many alarms of each kind stand; kinds without any are absent. */
  Map<AlarmKind, Long> standing();

  /**
   * The usable tracking events about an item with its receptacles and dispatches, or about a
   * dispatch with its receptacles and items, oldest first.
   */
  List<RecordedMessage> events(String subject, Instant since);

  /** The message that set a deadline; empty once its content was purged. */
  Optional<RecordedMessage> message(long messageId);
}
