package org.chasqui.sandbox;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Lets in envelopes whose body and timestamp are signed by the key of the profile (WS-Security
 * 1.1.1 §8). Verified with the JDK's own signatures, since another library signs.
 */
final class EnvelopeSignatureGate implements HubGate {
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  private final X509Certificate client;

  EnvelopeSignatureGate(X509Certificate client) {
    this.client = client;
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    boolean signed = HubXml.read(request.body()).filter(this::isSigned).isPresent();
    return signed ? Optional.empty() : Optional.of(HubGate.unauthorized());
  }

  private boolean isSigned(Document envelope) {
    var root = envelope.getDocumentElement();
    var security = HubXml.at(root, List.of("Header", "Security"));
    var body = HubXml.child(root, "Body");
    var signature = security == null ? null : HubXml.child(security, "Signature");
    var timestamp = security == null ? null : HubXml.child(security, "Timestamp");
    if (signature == null || timestamp == null || body == null || isOver(timestamp)) {
      return false;
    }
    try {
      var context =
          new DOMValidateContext(
              KeySelector.singletonKeySelector(client.getPublicKey()), signature);
      context.setProperty("org.jcp.xml.dsig.secureValidation", false);
      for (var element : List.of(body, timestamp)) {
        context.setIdAttributeNS(element, WSU, "Id");
      }
      var read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return read.validate(context)
          && covers(read.getSignedInfo().getReferences(), body, timestamp);
    } catch (MarshalException | XMLSignatureException | RuntimeException otherForm) {
      return false;
    }
  }

  /** Both must be what was signed, not only something with a valid signature. */
  private static boolean covers(List<?> references, Element... wanted) {
    Set<String> signed = new HashSet<>();
    references.forEach(reference -> signed.add(((Reference) reference).getURI()));
    for (var element : wanted) {
      if (!signed.contains("#" + element.getAttributeNS(WSU, "Id"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOver(Element timestamp) {
    var expires = HubXml.child(timestamp, "Expires");
    try {
      return expires == null || Instant.parse(expires.getTextContent()).isBefore(Instant.now());
    } catch (DateTimeException unreadable) {
      return true;
    }
  }
}
