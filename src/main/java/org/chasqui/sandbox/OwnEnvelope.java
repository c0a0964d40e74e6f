package org.chasqui.sandbox;

import org.chasqui.profile.Profile;

/**
 * The SOAP 1.1 envelope that a format writes itself, unless its setting {@code soapEnvelope} leaves
 * that to the transport.
 *
 * @param own false when what stands around a document is the transport's
 */
record OwnEnvelope(boolean own) {
  static OwnEnvelope of(Profile profile) {
    var setting = profile.format().settings().getOrDefault("soapEnvelope", "true");
    return new OwnEnvelope(Boolean.parseBoolean(setting));
  }

  XmlText open() {
    var soap = "s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"";
    return own ? new XmlText().open(soap).open("s:Body") : new XmlText();
  }

  byte[] end(XmlText xml) {
    return own ? xml.close("s:Body").close("s:Envelope").bytes() : xml.bytes();
  }
}
