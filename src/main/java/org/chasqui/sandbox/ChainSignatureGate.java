package org.chasqui.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lets in calls whose body holds a signature of the key of the profile over an original chain that
 * begins with the values which stand beside it. Verified with the engine of Bouncy Castle, since
 * the JDK's signs.
 */
final class ChainSignatureGate implements HubGate {
  private final X509Certificate client;
  private final String element;
  private final String[] parts;
  private final boolean sha1;

  ChainSignatureGate(Map<String, String> settings, X509Certificate client) {
    this.client = client;
    this.element = settings.get("element");
    this.parts = settings.get("parts").strip().split("\\s+");
    this.sha1 = "rsa-sha1".equals(settings.get("algorithm"));
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    boolean signed = HubXml.read(request.body()).filter(this::isSigned).isPresent();
    return signed ? Optional.empty() : Optional.of(HubGate.unauthorized());
  }

  private boolean isSigned(Document envelope) {
    var places = envelope.getElementsByTagNameNS("*", element);
    return places.getLength() > 0 && elements(places).stream().allMatch(place -> isSigned(place));
  }

  private boolean isSigned(Element place) {
    var certificate = HubXml.child(place, parts[0]);
    var chain = HubXml.child(place, parts[1]);
    var signature = HubXml.child(place, parts[2]);
    if (certificate == null || chain == null || signature == null) {
      return false;
    }
    var text = chain.getTextContent();
    try {
      return Arrays.equals(client.getEncoded(), decoded(certificate))
          && text.startsWith(beside(place))
          && verified(text, decoded(signature));
    } catch (CertificateEncodingException | IOException | IllegalArgumentException otherForm) {
      return false;
    }
  }

  private static byte[] decoded(Element element) {
    return Base64.getDecoder().decode(element.getTextContent().strip());
  }

  /** The values of the elements without elements in them, but for those of the signature. */
  private static String beside(Element place) {
    var all = ((Element) place.getParentNode()).getElementsByTagNameNS("*", "*");
    return elements(all).stream()
        .filter(one -> one != place && one.getParentNode() != place)
        .filter(one -> HubXml.child(one, null) == null && !one.getTextContent().isBlank())
        .map(one -> one.getTextContent().strip().replaceAll("\\s+", " ") + "|")
        .collect(Collectors.joining("", "|", ""));
  }

  private boolean verified(String chain, byte[] signature) throws IOException {
    Signer signer = new RSADigestSigner(sha1 ? new SHA1Digest() : new SHA256Digest());
    signer.init(false, PublicKeyFactory.createKey(client.getPublicKey().getEncoded()));
    var bytes = chain.getBytes(StandardCharsets.UTF_8);
    signer.update(bytes, 0, bytes.length);
    return signer.verifySignature(signature);
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
