package org.chasqui.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key and the certificates that speak for it, its own first.
 *
 * <p>Read from PEM (RFC 7468: a key of PKCS#8, encrypted or not, and the certificates in one text)
 * or from PKCS#12 (RFC 7292), binary or in Base64 as a variable can hold it.
 */
record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {
  private static final Pattern PEM_KEY =
      Pattern.compile("-----BEGIN ((?:ENCRYPTED )?PRIVATE KEY)-----([^-]*)-----END");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]+");

  /** The certificate of the key. */
  X509Certificate certificate() {
    return chain.getFirst();
  }

  /**
   * Reads a key.
   *
   * @param password of the key or the store; empty for a PEM key that is not encrypted
   * @throws GeneralSecurityException when it is none of the forms or the password does not open it
   */
  static KeyMaterial read(byte[] bytes, char[] password) throws GeneralSecurityException {
    var plain = plain(bytes);
    return isPem(plain) ? pem(plain, password) : store(plain, password);
  }

  /** Certificates in PEM, DER or PKCS#7, or any of them in Base64. */
  static List<X509Certificate> certificates(byte[] bytes) throws GeneralSecurityException {
    var found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(plain(bytes)));
    return found.stream().map(X509Certificate.class::cast).toList();
  }

  private static KeyMaterial pem(byte[] bytes, char[] password) throws GeneralSecurityException {
    var text = new String(bytes, StandardCharsets.US_ASCII);
    var found = PEM_KEY.matcher(text);
    if (!found.find()) {
      throw new InvalidKeySpecException("no key of PKCS#8 in it");
    }
    var der = Base64.getMimeDecoder().decode(found.group(2));
    var spec =
        found.group(1).startsWith("ENCRYPTED")
            ? decrypted(der, password)
            : new PKCS8EncodedKeySpec(der);
    var chain =
        certificates(
            text.substring(text.indexOf("-----BEGIN CERT")).getBytes(StandardCharsets.US_ASCII));
    var algorithm = chain.getFirst().getPublicKey().getAlgorithm();
    return new KeyMaterial(KeyFactory.getInstance(algorithm).generatePrivate(spec), chain);
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] der, char[] password)
      throws GeneralSecurityException {
    try {
      var encrypted = new EncryptedPrivateKeyInfo(der);
      var key =
          SecretKeyFactory.getInstance(encrypted.getAlgName())
              .generateSecret(new PBEKeySpec(password));
      return encrypted.getKeySpec(key);
    } catch (IOException malformed) {
      throw new InvalidKeySpecException("the encrypted key is malformed");
    }
  }

  private static KeyMaterial store(byte[] bytes, char[] password) throws GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(bytes), password);
    } catch (IOException unreadable) {
      throw new InvalidKeySpecException("no PKCS#12 that this password opens");
    }
    for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
      var alias = aliases.nextElement();
      if (store.getKey(alias, password) instanceof PrivateKey key) {
        return new KeyMaterial(key, chain(store.getCertificateChain(alias)));
      }
    }
    throw new InvalidKeySpecException("no private key in it");
  }

  private static List<X509Certificate> chain(Certificate[] certificates) {
    return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
  }

  private static boolean isPem(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
  }

  /** What a variable holds in Base64, decoded. */
  private static byte[] plain(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    return BASE64.matcher(text).matches() ? Base64.getMimeDecoder().decode(text) : bytes;
  }

  /** Names the owner, never the key. */
  @Override
  public String toString() {
    return "key of " + certificate().getSubjectX500Principal();
  }
}
