package org.chasqui.connector;

/**
 * What an SFTP server is told and must show, as text of the files that OpenSSH uses.
 *
 * @param password or null
 * @param key private key, or null
 * @param keyPassword of the key, or null
 * @param knownHosts lines of {@code known_hosts}: the server must show one of these keys
 */
public record SshAccess(
    String user, String password, byte[] key, String keyPassword, byte[] knownHosts) {

  static SshAccess of(Settings proof, Settings transport, Secrets secrets)
      throws ConnectorException {
    var password = proof.get("password", null);
    var key = proof.get("key", null);
    var keyPassword = proof.get("keyPassword", null);
    return new SshAccess(
        secrets.resolve(proof.required("user")),
        password == null ? null : secrets.resolve(password),
        key == null ? null : secrets.content(key),
        keyPassword == null ? null : secrets.resolve(keyPassword),
        secrets.content(transport.required("knownHosts")));
  }

  /** Names the user, never a secret. */
  @Override
  public String toString() {
    return "access of " + user;
  }
}
