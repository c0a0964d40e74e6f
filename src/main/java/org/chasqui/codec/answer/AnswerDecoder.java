package org.chasqui.codec.answer;

import java.util.List;
import java.util.Set;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** What the decoders of answers share whatever their form: name, map of decisions, and head. */
abstract class AnswerDecoder implements Decoder {
  private final String name;
  private final String expected;

  /**
   * For one format.
   *
   * @param expected what a document of the format is, for problems
   */
  AnswerDecoder(String name, String expected) {
    this.name = name;
    this.expected = expected;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP);
  }

  /** Answers are told apart by their digests: numbers in them stand for several answers. */
  @Override
  public final DocumentHead head(byte[] head) {
    var problems =
        recognises(head)
            ? List.<Problem>of()
            : List.of(Problem.of(ProblemCode.UNREADABLE, new Location.AtByte(0), null, expected));
    return new DocumentHead(null, null, null, false, false, problems);
  }
}
