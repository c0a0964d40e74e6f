package org.chasqui.codec.upu.services;

import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.XmlAnswerDecoder;

/**
 * Reads mail items of the XML interface of IPS as declarations, and their events as tracking
 * events.
 */
final class IpsMailItemDecoder extends XmlAnswerDecoder {
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.-]*:)?ips[\\s/>]");

  IpsMailItemDecoder() {
    super("ips-mailitem", "ips with MailItem");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of();
  }

  @Override
  protected boolean recognises(String head) {
    return ROOT.matcher(head).find();
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new MailItemReader(context, sink);
  }
}
