package org.chasqui.connector;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/**
 * WS-Security signature (OASIS X.509 Token Profile 1.1.1) over the body and a timestamp that ends
 * after {@code life}; the certificate stands in the header as a BinarySecurityToken.
 */
final class WssSignature implements AuthenticationModule {
  private static final String ALIAS = "key";

  static {
    // else each line of Base64 ends with a carriage return, which XML writes as &#13;
    System.setProperty("org.apache.xml.security.ignoreLineBreaks", "true");
  }

  private final KeyReference key;
  private final boolean sha1;
  private final int lifeSeconds;
  private KeyMaterial stored;
  private Crypto crypto;

  WssSignature(Settings settings, Secrets secrets) {
    this.key = new KeyReference(settings, secrets);
    this.sha1 = "rsa-sha1".equals(settings.get("algorithm", "rsa-sha256"));
    this.lifeSeconds =
        Math.toIntExact(java.time.Duration.parse(settings.get("life", "PT5M")).toSeconds());
  }

  @Override
  public boolean seals() {
    return true;
  }

  @Override
  public void seal(Document envelope) throws ConnectorException {
    var material = key.get();
    try {
      var header = new WSSecHeader(envelope);
      header.insertSecurityHeader();
      var timestamp = new WSSecTimestamp(header);
      timestamp.setTimeToLive(lifeSeconds);
      timestamp.build();
      sign(envelope, header, material);
    } catch (WSSecurityException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a readable key signs an envelope of ours", e);
    }
  }

  private void sign(Document envelope, WSSecHeader header, KeyMaterial material)
      throws WSSecurityException, GeneralSecurityException, IOException {
    var signature = new WSSecSignature(header);
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setUserInfo(ALIAS, ALIAS);
    signature.setSignatureAlgorithm(sha1 ? WSConstants.RSA_SHA1 : WSConstants.RSA_SHA256);
    signature.setDigestAlgo(sha1 ? WSConstants.SHA1 : WSConstants.SHA256);
    signature
        .getParts()
        .addAll(
            List.of(
                new WSEncryptionPart(
                    WSConstants.ELEM_BODY,
                    envelope.getDocumentElement().getNamespaceURI(),
                    "Content"),
                new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element")));
    signature.build(crypto(material));
  }

  /** Kept as long as the key is the same: to store it costs more than to sign. */
  private synchronized Crypto crypto(KeyMaterial material)
      throws GeneralSecurityException, IOException {
    if (stored != material) {
      crypto = store(material);
      stored = material;
    }
    return crypto;
  }

  private static Crypto store(KeyMaterial material) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        ALIAS,
        material.key(),
        ALIAS.toCharArray(),
        material.chain().toArray(X509Certificate[]::new));
    var crypto = new Held(material.key());
    crypto.setKeyStore(store);
    return crypto;
  }

  /** Gives the key as it is: to take it out of the store costs more than to sign. */
  private static final class Held extends Merlin {
    private final PrivateKey key;

    Held(PrivateKey key) {
      this.key = key;
    }

    @Override
    public PrivateKey getPrivateKey(String alias, String password) {
      return key;
    }
  }
}
