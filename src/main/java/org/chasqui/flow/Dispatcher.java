package org.chasqui.flow;

import org.apache.camel.ProducerTemplate;
import org.chasqui.ledger.Work;

/** Hands work to the route {@code hand-over} from inside a bean. */
final class Dispatcher {
  private final ProducerTemplate producer;

  Dispatcher(ProducerTemplate producer) {
    this.producer = producer;
  }

  /** Returns when the backbone has it; what it loses the sweeper finds. */
  void handOver(Work work) {
    producer.sendBodyAndHeader("direct:hand-over", null, FlowNames.WORK, work);
  }
}
