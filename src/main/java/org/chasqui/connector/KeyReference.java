package org.chasqui.connector;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Arrays;

/**
 * A key by reference: settings {@code key} and, where it is needed, {@code keyPassword}. It is read
 * when used, and parsed again when what the reference leads to has changed. Thread-safe.
 */
final class KeyReference {
  private final String key;
  private final String password;
  private final Secrets secrets;
  private byte[] read;
  private KeyMaterial material;

  KeyReference(Settings settings, Secrets secrets) {
    this.key = settings.required("key");
    this.password = settings.get("keyPassword", null);
    this.secrets = secrets;
  }

  /**
   * The key.
   *
   * @throws ConnectorException when it cannot be read or its certificate is not valid now
   */
  synchronized KeyMaterial get() throws ConnectorException {
    var bytes = secrets.content(key);
    try {
      if (!Arrays.equals(bytes, read)) {
        var opens = password == null ? "" : secrets.resolve(password);
        material = KeyMaterial.read(bytes, opens.toCharArray());
        read = bytes;
      }
      material.certificate().checkValidity();
      return material;
    } catch (CertificateException outside) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS,
          "the certificate of the key " + key + " is not valid now or not readable");
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS,
          "key not readable: " + key + " must hold PEM of PKCS#8 or PKCS#12, and its password");
    }
  }
}
