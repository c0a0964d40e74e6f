package org.chasqui.codec;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * How a document carries one message.
 *
 * @param problems losses (EAD-4xxx): texts cut, characters replaced, fields without a target; of a
 *     message that is not carried, a problem of severity ERROR that says why
 */
public record Carriage(State state, List<Problem> problems) {

  /** Where a message is. */
  public enum State {
    /** In the document. */
    CARRIED,
    /** Sound, but the document has no more room: it belongs in the next one. */
    NEXT_DOCUMENT,
    /** It cannot be written in the format. */
    LEFT_OUT
  }

  /** Carried whole. */
  public static final Carriage WHOLE = new Carriage(true, List.of());

  /** In the document, or not to be written at all. */
  public Carriage(boolean carried, List<Problem> problems) {
    this(carried ? State.CARRIED : State.LEFT_OUT, problems);
  }

  /** True when the message is in the document. */
  public boolean carried() {
    return state == State.CARRIED;
  }
}
