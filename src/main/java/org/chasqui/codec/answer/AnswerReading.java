package org.chasqui.codec.answer;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.message.Problem;

/**
 * What the readers of answers share whatever their form: the count of the items they hand on and
 * the faults of the document as a whole. Not thread-safe: one for each document.
 */
public abstract class AnswerReading {
  private static final int MOST_PROBLEMS = 100;

  private final List<Problem> problems = new ArrayList<>();
  private int items;

  /** For one document. */
  protected AnswerReading() {}

  /** Counts the next item; its position, from 1. */
  protected final int next() {
    return ++items;
  }

  /** How many items were handed on so far. */
  protected final int items() {
    return items;
  }

  /** True while nothing is wrong with the document as a whole. */
  protected final boolean isSound() {
    return problems.isEmpty();
  }

  /** Notes a fault of the document as a whole; only the first hundred are kept. */
  public final void problem(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  /** What was found in the document. */
  public DocumentEnd end() {
    return new DocumentEnd(items, List.copyOf(problems), null);
  }
}
