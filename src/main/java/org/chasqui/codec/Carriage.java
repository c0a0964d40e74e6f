package org.chasqui.codec;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * How a document carries one message.
 *
 * @param carried false when the message had to be left out: a problem of severity ERROR says why
 * @param problems losses (EAD-4xxx): texts cut, characters replaced, fields without a target
 */
public record Carriage(boolean carried, List<Problem> problems) {
  /** Carried whole. */
  public static final Carriage WHOLE = new Carriage(true, List.of());
}
