package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A signature over an original chain ({@code cadenaOriginal}, national-south-america-mexico §2.5):
 * values of a document parted by {@code |}, signed with RSA and written with the chain and the
 * certificate into an element of the body that stands ready for it ({@code element}). Its text is
 * the chain where it has one; else the chain is made of the values of the elements that stand
 * beside it, in their order. In which order the authority wants them is not public: this one is
 * ours.
 */
final class ChainSignature implements AuthenticationModule {
  private static final String BLANK = "\\s+";

  private final KeyReference key;
  private final String element;
  private final String[] parts;
  private final String algorithm;

  ChainSignature(Settings settings, Secrets secrets) {
    this.key = new KeyReference(settings, secrets);
    this.element = settings.required("element");
    this.parts = settings.required("parts").strip().split(BLANK);
    boolean sha1 = "rsa-sha1".equals(settings.get("algorithm", "rsa-sha256"));
    this.algorithm = sha1 ? "SHA1withRSA" : "SHA256withRSA";
  }

  @Override
  public boolean seals() {
    return true;
  }

  @Override
  public void seal(Document envelope) throws ConnectorException {
    var places = envelope.getElementsByTagNameNS("*", element);
    if (places.getLength() == 0) {
      throw new ConnectorException(
          ConnectorException.Kind.DOCUMENT,
          "no element " + element + " to sign in stands in the body");
    }
    var material = key.get();
    for (int i = 0; i < places.getLength(); i++) {
      fill((Element) places.item(i), material);
    }
  }

  private void fill(Element place, KeyMaterial material) {
    var given = place.getTextContent().strip();
    var chain = given.isEmpty() ? chain(place) : given;
    place.setTextContent("");
    try {
      var base64 = Base64.getEncoder();
      add(place, parts[0], base64.encodeToString(material.certificate().getEncoded()));
      add(place, parts[1], chain);
      add(place, parts[2], base64.encodeToString(signed(chain, material)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a readable RSA key signs text", e);
    }
  }

  private byte[] signed(String chain, KeyMaterial material) throws GeneralSecurityException {
    var signature = Signature.getInstance(algorithm);
    signature.initSign(material.key());
    signature.update(chain.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  private static String chain(Element place) {
    var chain = new StringBuilder("|");
    values(place.getParentNode(), place, chain);
    return chain.toString();
  }

  private static void values(Node within, Element place, StringBuilder chain) {
    boolean leaf = true;
    for (var node = within.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element && node != place) {
        values(node, place, chain);
        leaf = false;
      }
    }
    var value = leaf ? within.getTextContent().strip().replaceAll(BLANK, " ") : "";
    if (!value.isEmpty()) {
      chain.append(value).append('|');
    }
  }

  private static void add(Element place, String name, String text) {
    var prefix = place.getPrefix() == null ? "" : place.getPrefix() + ":";
    var part = place.getOwnerDocument().createElementNS(place.getNamespaceURI(), prefix + name);
    part.setTextContent(text);
    place.appendChild(part);
  }
}
