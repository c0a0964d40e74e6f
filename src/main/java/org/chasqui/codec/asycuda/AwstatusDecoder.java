package org.chasqui.codec.asycuda;

import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.XmlAnswerDecoder;

/**
 * Reads the status document {@code Awstatus} and the check of a file {@code Awcheck}. Both are
 * ours: no answer of ASYCUDA World to a postal bill is published (docs/formats/asycuda.md).
 */
final class AwstatusDecoder extends XmlAnswerDecoder {
  private static final Pattern ROOT = Pattern.compile("<(Awstatus|Awcheck)[\\s/>]");

  AwstatusDecoder() {
    super("asycuda-status", "Awstatus or Awcheck");
  }

  @Override
  protected boolean recognises(String head) {
    return ROOT.matcher(head).find();
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new AwstatusReader(context, sink);
  }
}
