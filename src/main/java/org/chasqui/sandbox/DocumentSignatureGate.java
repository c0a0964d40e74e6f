package org.chasqui.sandbox;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Lets in documents with an enveloped signature (W3C XML-DSig §8.1) of the key of the profile over
 * all of it. Verified with Apache Santuario, since the JDK signs.
 */
final class DocumentSignatureGate implements HubGate {
  static {
    Init.init();
  }

  private final X509Certificate client;

  DocumentSignatureGate(X509Certificate client) {
    this.client = client;
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    return Optional.empty();
  }

  @Override
  public Optional<HubAnswer> refuseDocument(HubRequest document) {
    boolean signed = HubXml.read(document.body()).filter(this::isSigned).isPresent();
    return signed ? Optional.empty() : Optional.of(HubGate.unauthorized());
  }

  private boolean isSigned(Document document) {
    var element = HubXml.child(document.getDocumentElement(), "Signature");
    return element != null && isSigned(element);
  }

  private boolean isSigned(Element element) {
    try {
      var signature = new XMLSignature(element, "", false);
      var info = signature.getSignedInfo();
      return info.getLength() == 1
          && info.item(0).getURI().isEmpty()
          && isEnveloped(info.item(0).getTransforms())
          && signature.checkSignatureValue(client.getPublicKey());
    } catch (XMLSecurityException | RuntimeException otherForm) {
      return false;
    }
  }

  private static boolean isEnveloped(Transforms transforms) throws XMLSecurityException {
    return transforms.getLength() == 1
        && Transforms.TRANSFORM_ENVELOPED_SIGNATURE.equals(transforms.item(0).getURI());
  }
}
