package org.chasqui.codec.wco;

import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.XmlAnswerDecoder;

/**
 * Reads each WCO {@code Response} 07B as a decision, or as the refusal of a declaration with the
 * places that its pointers name (wco-and-canonical-model §1.6). Elements are told by their local
 * names: namespaces differ by country, and published samples of answers have none.
 */
final class ResponseDecoder extends XmlAnswerDecoder {
  private static final Pattern RESPONSE = Pattern.compile("<([\\w.-]+:)?Response[\\s>]");

  ResponseDecoder() {
    super("wco-response", "MetaData with Response");
  }

  @Override
  protected boolean recognises(String head) {
    return head.contains("MetaData") && RESPONSE.matcher(head).find();
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new ResponseReader(context, sink);
  }
}
