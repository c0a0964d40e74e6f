package org.chasqui.codec.upu;

import java.util.HashSet;
import java.util.Set;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageHead;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.codec.edifact.SyntaxError;
import org.chasqui.message.ProblemCode;

/**
 * Finds items that are declared twice in one interchange (ours; the guide does not say). The first
 * that can be used is kept, a second with the same function is lost. A sequence number that comes
 * twice in a message costs nothing, since nothing rests on it. CUSRSP may decide on an item twice.
 */
final class Repeats {
  /** Items beyond are not remembered, so that memory does not grow with the document. */
  private static final int MOST = 100_000;

  /** Longest id that is shown: what is longer is none of S10. */
  private static final int ID = 13;

  /** Messages that declare: all others may come back to an item. */
  private static final Set<String> DECLARING = Set.of("ITMATT", "CUSITM", "CUSCAR");

  private final Set<String> declared = new HashSet<>();
  private final Set<String> sequences = new HashSet<>();
  private MessageHead message;

  void check(InterchangeReader.Item item) {
    if (!DECLARING.contains(item.message().type())) {
      return;
    }
    var cni = item.group().trigger();
    if (item.message() != message) {
      message = item.message();
      sequences.clear();
    }
    sequence(item, cni);
    var id = cni.text(2);
    if (id != null && !item.lost() && isKnown(key(item, id), declared)) {
      item.faults()
          .add(
              Fault.of(
                  ProblemCode.DUPLICATE_REFERENCE,
                  SyntaxError.DUPLICATE,
                  cni.at(2, 1),
                  id.length() <= ID ? id : "length " + id.length(),
                  "an item once in an interchange"));
    }
  }

  private void sequence(InterchangeReader.Item item, MessageSegment cni) {
    var number = cni.text(1);
    if (number != null && isKnown(number, sequences)) {
      item.faults()
          .add(
              Fault.warning(
                  ProblemCode.SEQUENCE_NOT_UNIQUE,
                  SyntaxError.DUPLICATE,
                  cni.at(1, 0),
                  number.length() <= ID ? number : "length " + number.length(),
                  "a number that no item before it has"));
    }
  }

  /** An original, an amendment and a cancellation of one item may stand in one interchange. */
  private static String key(InterchangeReader.Item item, String id) {
    var bgm = item.header().first("BGM");
    var function = bgm == null ? null : bgm.text(3);
    return item.message().type() + "/" + function + "/" + id;
  }

  private static boolean isKnown(String value, Set<String> known) {
    return known.size() < MOST ? !known.add(value) : known.contains(value);
  }
}
