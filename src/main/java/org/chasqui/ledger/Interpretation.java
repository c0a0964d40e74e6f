package org.chasqui.ledger;

import java.util.List;
import java.util.Map;

/**
 * One recorded part of an interpretation.
 *
 * @param toPosition last position of the part
 * @param problems of messages (by position) and of the interchange (position 0)
 * @param last true for the part that ends the interchange
 * @param quality what its declarations add to the counts of quality
 * @param lateQuality what its messages say of the quality of earlier declarations
 * @param assessments by message id: which rules assessed a declaration
 * @param life what its messages say of items beside that
 */
public record Interpretation(
    int toPosition,
    List<NewMessage> messages,
    List<NewProblem> problems,
    List<NewDelivery> deliveries,
    boolean last,
    List<QualityCount> quality,
    List<LateQuality> lateQuality,
    Map<Long, String> assessments,
    ItemLife life) {

  /** A part in which nothing was assessed and that says nothing of items beside its messages. */
  public Interpretation(
      int toPosition,
      List<NewMessage> messages,
      List<NewProblem> problems,
      List<NewDelivery> deliveries,
      boolean last,
      List<QualityCount> quality,
      List<LateQuality> lateQuality) {
    this(
        toPosition,
        messages,
        problems,
        deliveries,
        last,
        quality,
        lateQuality,
        Map.of(),
        ItemLife.NONE);
  }

  /** A part that says nothing of quality. */
  public Interpretation(
      int toPosition,
      List<NewMessage> messages,
      List<NewProblem> problems,
      List<NewDelivery> deliveries,
      boolean last) {
    this(toPosition, messages, problems, deliveries, last, List.of(), List.of());
  }
}
