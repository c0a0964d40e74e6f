package org.chasqui.flow;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.chasqui.ledger.Work;

/** Turns a {@link Work} into the small message that the backbone carries: an id. */
public final class HandOver {

  /** Body: the id as text; header: the party; property: the kind. */
  public void prepare(Exchange exchange) {
    var message = exchange.getMessage();
    var work = message.removeHeader(FlowNames.WORK);
    var item = (Work) work;
    message.removeHeaders("*");
    exchange.setPattern(ExchangePattern.InOnly);
    exchange.setProperty(FlowNames.KIND, item.kind().name());
    message.setHeader(FlowNames.PARTY, item.party());
    message.setBody(Long.toString(item.id()));
  }
}
