package org.chasqui.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on a loopback socket, whose folder is that of a test. */
final class FileServer implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair key = key();

  FileServer(Path root, String user, String password) throws IOException {
    Files.createDirectories(root.resolve("in"));
    Files.createDirectories(root.resolve("out"));
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (name, given, session) -> user.equals(name) && password.equals(given));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    server.start();
  }

  static KeyPair key() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "sftp://127.0.0.1:" + server.getPort();
  }

  /** The line of known_hosts that is true of this server. */
  String knownHosts() {
    return knownHosts(key);
  }

  String knownHosts(KeyPair of) {
    return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(of.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.close(true);
  }
}
