package org.chasqui.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The key by which clients know the server. */
public record HostKey(KeyPair pair) {

  /**
   * Reads a private key as {@code ssh-keygen} or OpenSSL writes it, without a password.
   *
   * @throws InvalidKeyException when it is none
   */
  public static HostKey read(String text) throws InvalidKeyException {
    var bytes = new ByteArrayInputStream((text + '\n').getBytes(StandardCharsets.UTF_8));
    try {
      var found =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("host key"), bytes, FilePasswordProvider.EMPTY);
      if (found != null) {
        for (var pair : found) {
          return new HostKey(pair);
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException notAKey) {
      throw new InvalidKeyException(notAKey.getClass().getSimpleName());
    }
    throw new InvalidKeyException("holds no key");
  }

  /** Hides the private key. */
  @Override
  public String toString() {
    return "HostKey of " + pair.getPublic().getAlgorithm();
  }
}
