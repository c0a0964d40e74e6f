package org.chasqui.codec.asycuda;

import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlElements;

/** Writes carrier and shipping agent, whose codes the administration registers. */
final class Carrier {
  private Carrier() {}

  /** As {@code Transport_information} of a waybill. */
  static void write(XmlElements xml, AwboldsSettings settings, Conveyance leg, LossList losses)
      throws XMLStreamException {
    xml.start("Transport_information");
    parties(xml, settings, leg, losses);
    xml.end();
  }

  /**
   * The code of the conveyance is of another list, so it stands only where the profile wants it.
   */
  static void parties(XmlElements xml, AwboldsSettings settings, Conveyance leg, LossList losses)
      throws XMLStreamException {
    boolean own = leg != null && leg.carrier() != null && settings.manifest().legCarrier();
    if (leg != null && leg.carrier() != null && !own) {
      losses.noTarget("/legs", "", "the carrier code that the administration registered");
    }
    xml.start("Carrier");
    xml.text("Carrier_code", own ? leg.carrier() : settings.carrier());
    xml.text("Carrier_name", own ? null : settings.carrierName());
    xml.end();
    if (settings.shippingAgent() != null) {
      xml.start("Shipping_Agent");
      xml.text("Shipping_Agent_code", settings.shippingAgent());
      xml.end();
    }
  }
}
