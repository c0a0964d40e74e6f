package org.chasqui.codec.asycuda;

import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.XmlAnswerDecoder;

/**
 * Reads a declaration as the ASYCUDA client exports it: one that is registered as a decision, since
 * that is how registration, assessment and receipt come back; any other as the declaration that it
 * is (national-caribbean-central-america §4).
 */
final class SadDecoder extends XmlAnswerDecoder {
  private static final Pattern ROOT = Pattern.compile("<ASYCUDA[\\s/>]");

  SadDecoder() {
    super("asycuda-sad", "a declaration exported by ASYCUDA");
  }

  @Override
  protected boolean recognises(String head) {
    return ROOT.matcher(head).find();
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new SadReader(context, sink);
  }
}
