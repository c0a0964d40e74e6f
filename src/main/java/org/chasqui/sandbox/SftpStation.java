package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on a loopback socket: another library than that of the gateway. */
final class SftpStation extends FileStation {
  private final Map<String, String> settings;
  private final KeyPair key;
  private SshServer server;
  private int port;

  /** {@code settings} of the module {@code ssh}, with its secrets. */
  SftpStation(Map<String, String> settings) throws IOException {
    this.settings = settings;
    this.key = pair();
  }

  @Override
  String location() {
    return "sftp://127.0.0.1:" + port;
  }

  /** The line of {@code known_hosts} that is true of this server. */
  String knownHosts() {
    return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key.getPublic());
  }

  @Override
  void open() throws IOException {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    var password = settings.get("password");
    if (password == null) {
      var known = publicKey();
      server.setPublickeyAuthenticator(
          (user, given, session) -> isUser(user) && KeyUtils.compareKeys(known, given));
    } else {
      server.setPasswordAuthenticator(
          (user, given, session) -> isUser(user) && password.equals(given));
    }
    server.setFileSystemFactory(new VirtualFileSystemFactory(root()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    server.start();
    port = server.getPort();
  }

  private boolean isUser(String user) {
    return settings.get("user").equals(user);
  }

  private PublicKey publicKey() throws IOException {
    var opens = settings.get("keyPassword");
    var provider = opens == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(opens);
    var bytes = settings.get("key").getBytes(StandardCharsets.UTF_8);
    try {
      return SecurityUtils.loadKeyPairIdentities(
              null, null, new ByteArrayInputStream(bytes), provider)
          .iterator()
          .next()
          .getPublic();
    } catch (GeneralSecurityException e) {
      throw new IOException("not a key that the sandbox made", e);
    }
  }

  @Override
  void close() {
    if (server != null) {
      server.close(true);
      server = null;
    }
  }

  /** A new key of a user, as OpenSSH writes it. */
  static String userKey() {
    var text = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair(), "gateway", null, text);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key of ours can be written", e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static KeyPair pair() {
    try {
      return KeyUtils.generateKeyPair("ssh-rsa", 2048);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK makes RSA keys", e);
    }
  }
}
