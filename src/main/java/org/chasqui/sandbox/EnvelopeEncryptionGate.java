package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Lets in envelopes whose body holds nothing but content encrypted for the key of the hub, by the
 * cipher of the profile (XML Encryption 1.1 §5.2, §5.5.2). Decrypted with the JDK's ciphers alone,
 * since a library encrypts.
 */
final class EnvelopeEncryptionGate implements HubGate {
  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final String XENC_11 = "http://www.w3.org/2009/xmlenc11#";
  private static final Map<String, Form> FORMS =
      Map.of(
          "aes256-gcm", new Form(XENC_11 + "aes256-gcm", "AES/GCM/NoPadding", 32),
          "aes128-gcm", new Form(XENC_11 + "aes128-gcm", "AES/GCM/NoPadding", 16),
          "aes256-cbc", new Form(XENC + "aes256-cbc", "AES/CBC/ISO10126Padding", 32),
          "aes128-cbc", new Form(XENC + "aes128-cbc", "AES/CBC/ISO10126Padding", 16));

  private final PrivateKey key;
  private final String serial;
  private final Form form;

  /** A cipher: its URI, its name in the JDK and the bytes of its keys. */
  private record Form(String uri, String name, int keyBytes) {
    byte[] decrypt(byte[] secret, byte[] bytes) throws GeneralSecurityException {
      boolean gcm = name.contains("GCM");
      int start = gcm ? 12 : 16;
      var vector = Arrays.copyOf(bytes, start);
      var cipher = Cipher.getInstance(name);
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(secret, "AES"),
          gcm ? new GCMParameterSpec(128, vector) : new IvParameterSpec(vector));
      return cipher.doFinal(bytes, start, bytes.length - start);
    }
  }

  EnvelopeEncryptionGate(Map<String, String> settings) {
    var own = settings.get("certificate");
    this.key = HubKeys.privateKey(own, "");
    this.serial = HubKeys.certificate(own, "").getSerialNumber().toString();
    this.form = FORMS.get(settings.getOrDefault("cipher", "aes256-gcm"));
  }

  @Override
  public Optional<HubRequest> reveal(HubRequest request) {
    var read = HubXml.read(request.body());
    if (read.isEmpty() || !isRevealed(read.get().getDocumentElement())) {
      return Optional.empty();
    }
    return Optional.of(
        new HubRequest(
            request.method(), request.target(), request.headers(), HubXml.write(read.get())));
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    return Optional.empty();
  }

  private boolean isRevealed(Element envelope) {
    var body = HubXml.child(envelope, "Body");
    var data = body == null ? null : body.getFirstChild();
    var wrapped = HubXml.at(envelope, List.of("Header", "Security", "EncryptedKey"));
    if (wrapped == null
        || !(data instanceof Element element)
        || !isEncrypted(element)
        || data.getNextSibling() != null
        || !isForUs(wrapped, element)) {
      return false;
    }
    try {
      var secret = unwrapped(bytes(wrapped));
      replace(body, element, form.decrypt(secret, bytes(element)));
      return secret.length == form.keyBytes();
    } catch (GeneralSecurityException | RuntimeException changed) {
      return false;
    }
  }

  private boolean isEncrypted(Element data) {
    return XENC.equals(data.getNamespaceURI())
        && data.getLocalName().equals("EncryptedData")
        && data.getAttribute("Type").equals(XENC + "Content")
        && form.uri().equals(method(data));
  }

  /** The key must be told for this certificate and for this data. */
  private boolean isForUs(Element wrapped, Element data) {
    var to =
        HubXml.at(
            wrapped,
            List.of(
                "KeyInfo",
                "SecurityTokenReference",
                "X509Data",
                "X509IssuerSerial",
                "X509SerialNumber"));
    var of = HubXml.at(wrapped, List.of("ReferenceList", "DataReference"));
    return (XENC + "rsa-oaep-mgf1p").equals(method(wrapped))
        && to != null
        && serial.equals(to.getTextContent())
        && of != null
        && of.getAttribute("URI").equals("#" + data.getAttribute("Id"));
  }

  private static String method(Element encrypted) {
    var method = HubXml.child(encrypted, "EncryptionMethod");
    return method == null ? null : method.getAttribute("Algorithm");
  }

  private static byte[] bytes(Element encrypted) {
    var text = HubXml.at(encrypted, List.of("CipherData", "CipherValue")).getTextContent();
    return Base64.getMimeDecoder().decode(text);
  }

  private byte[] unwrapped(byte[] bytes) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        key,
        new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT));
    return cipher.doFinal(bytes);
  }

  /** Puts what was encrypted where it stood, read with the names that hold there. */
  private static void replace(Element body, Element data, byte[] plain) {
    var names = new StringBuilder();
    for (Node at = body; at instanceof Element element; at = at.getParentNode()) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        var name = attributes.item(i).getNodeName();
        if (name.startsWith("xmlns") && names.indexOf(" " + name + "=") < 0) {
          names.append(' ').append(name).append("='").append(attributes.item(i).getNodeValue());
          names.append('\'');
        }
      }
    }
    var text = "<x" + names + ">" + new String(plain, StandardCharsets.UTF_8) + "</x>";
    var read = HubXml.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    body.removeChild(data);
    for (var node = read.getDocumentElement().getFirstChild(); node != null; ) {
      var next = node.getNextSibling();
      body.appendChild(body.getOwnerDocument().importNode(node, true));
      node = next;
    }
  }
}
