package org.chasqui.connector;

import java.security.GeneralSecurityException;
import java.security.KeyException;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;

/**
 * An enveloped XML signature (W3C XML-DSig) over the whole document, its last element: inclusive
 * C14N 1.0, Reference URI "", KeyInfo with X509Data and KeyValue, as the one signed national
 * document that is public has it (national-south-america-mexico §1.4). {@code algorithm} is {@code
 * rsa-sha256} unless the profile asks for {@code rsa-sha1}.
 */
final class XmlSignature implements AuthenticationModule {
  private static final String PREFIX = "ds";

  static {
    // else each line of Base64 ends with a carriage return, which XML writes as &#13;
    System.setProperty("com.sun.org.apache.xml.internal.security.ignoreLineBreaks", "true");
  }

  private final KeyReference key;
  private final String method;
  private final String digest;

  XmlSignature(Settings settings, Secrets secrets) {
    this.key = new KeyReference(settings, secrets);
    boolean sha1 = "rsa-sha1".equals(settings.get("algorithm", "rsa-sha256"));
    this.method = sha1 ? SignatureMethod.RSA_SHA1 : SignatureMethod.RSA_SHA256;
    this.digest = sha1 ? DigestMethod.SHA1 : DigestMethod.SHA256;
  }

  @Override
  public byte[] sign(byte[] document) throws ConnectorException {
    var tree = XmlDocument.read(document);
    if (tree.isEmpty()) {
      throw new ConnectorException("only a document in XML can be signed in XML", null);
    }
    sign(tree.get());
    return XmlDocument.write(tree.get(), true);
  }

  private void sign(Document document) throws ConnectorException {
    var material = key.get();
    try {
      var factory = XMLSignatureFactory.getInstance("DOM");
      var context = new DOMSignContext(material.key(), document.getDocumentElement());
      context.setDefaultNamespacePrefix(PREFIX);
      // administrations still ask for SHA-1, which the secure mode of the JDK refuses
      context.setProperty("org.jcp.xml.dsig.secureValidation", false);
      factory.newXMLSignature(signedInfo(factory), keyInfo(factory, material)).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("a readable key signs a readable document", e);
    }
  }

  private SignedInfo signedInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
    var enveloped = factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
    var reference =
        factory.newReference(
            "", factory.newDigestMethod(digest, null), List.of(enveloped), null, null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(
            CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, null),
        List.of(reference));
  }

  private static KeyInfo keyInfo(XMLSignatureFactory factory, KeyMaterial material)
      throws KeyException {
    var infos = factory.getKeyInfoFactory();
    return infos.newKeyInfo(
        List.of(
            infos.newX509Data(List.of(material.certificate())),
            infos.newKeyValue(material.certificate().getPublicKey())));
  }
}
