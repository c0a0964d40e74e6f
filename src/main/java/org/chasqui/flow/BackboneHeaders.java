package org.chasqui.flow;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Nothing that stands beside an id on the backbone becomes a header, and none leaves: whoever may
 * write to a shared broker can hand over ids, never steer a route (header injection).
 */
final class BackboneHeaders implements HeaderFilterStrategy {
  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return true;
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return true;
  }
}
