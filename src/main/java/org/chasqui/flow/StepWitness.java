package org.chasqui.flow;

import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Tells a witness the id of every step that an exchange passes; the coverage gate listens to it.
 */
final class StepWitness implements InterceptStrategy {
  private final Consumer<String> witness;

  StepWitness(Consumer<String> witness) {
    this.witness = witness;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode node, Processor target, Processor next) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        witness.accept(node.getId());
        return super.process(exchange, callback);
      }
    };
  }
}
