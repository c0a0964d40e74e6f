package org.chasqui.connector;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * The certificate of a partner by reference. It is read when used, and parsed again when what the
 * reference leads to has changed. Thread-safe.
 */
final class CertificateReference {
  private final String reference;
  private final Secrets secrets;
  private byte[] read;
  private X509Certificate certificate;

  CertificateReference(String reference, Secrets secrets) {
    this.reference = reference;
    this.secrets = secrets;
  }

  /**
   * The certificate; the first when there are several.
   *
   * @throws ConnectorException when it cannot be read, is of no RSA key or is not valid now
   */
  synchronized X509Certificate get() throws ConnectorException {
    var bytes = secrets.content(reference);
    try {
      if (!Arrays.equals(bytes, read)) {
        certificate = KeyMaterial.certificates(bytes).getFirst();
        read = bytes;
      }
      certificate.checkValidity();
    } catch (CertificateException outside) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS,
          "the certificate " + reference + " is not valid now or not readable");
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS,
          "certificate not readable: " + reference + " must hold PEM or DER");
    }
    if (!"RSA".equals(certificate.getPublicKey().getAlgorithm())) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS, "the certificate " + reference + " is of no RSA key");
    }
    return certificate;
  }
}
