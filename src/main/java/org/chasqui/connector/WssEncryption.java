package org.chasqui.connector;

import java.util.Map;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.KeyUtils;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecEncrypt;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.w3c.dom.Document;

/**
 * WS-Security encryption (OASIS WSS SOAP Message Security 1.1.1 §9) of what stands in the body, by
 * a new AES key for each envelope. That key is encrypted with RSA-OAEP (MGF1, SHA-1) for the
 * certificate of the service, which is named by issuer and serial number. It comes after what
 * signs: who reads decrypts first.
 */
final class WssEncryption implements AuthenticationModule {
  private static final Map<String, String> CIPHERS =
      Map.of(
          "aes256-gcm", WSConstants.AES_256_GCM,
          "aes128-gcm", WSConstants.AES_128_GCM,
          "aes256-cbc", WSConstants.AES_256,
          "aes128-cbc", WSConstants.AES_128);

  static {
    // else the names of the ciphers are not known
    WSSConfig.init();
  }

  private final CertificateReference service;
  private final String cipher;

  WssEncryption(Settings settings, Secrets secrets) {
    this.service = new CertificateReference(settings.required("certificate"), secrets);
    this.cipher = CIPHERS.get(settings.get("cipher", "aes256-gcm"));
  }

  @Override
  public boolean seals() {
    return true;
  }

  @Override
  public void seal(Document envelope) throws ConnectorException {
    var certificate = service.get();
    try {
      var header = new WSSecHeader(envelope);
      header.insertSecurityHeader();
      var encryption = new WSSecEncrypt(header);
      encryption.setUseThisCert(certificate);
      encryption.setKeyIdentifierType(WSConstants.ISSUER_SERIAL);
      encryption.setKeyEncAlgo(WSConstants.KEYTRANSPORT_RSAOAEP);
      encryption.setSymmetricEncAlgorithm(cipher);
      encryption.build(null, KeyUtils.getKeyGenerator(cipher).generateKey());
    } catch (WSSecurityException e) {
      throw new IllegalStateException("an RSA key encrypts an envelope of ours", e);
    }
  }
}
