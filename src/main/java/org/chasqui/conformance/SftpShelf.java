package org.chasqui.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.SshAccess;
import org.chasqui.profile.Profile;

/** In the folders of an SFTP server, which must show a key that the profile knows. */
final class SftpShelf implements Shelf {
  private static final int PORT = 22;

  private final Profile party;
  private final Connector connector;
  private final SshClient client = SshClient.setUpDefaultClient();
  private ClientSession session;
  private SftpClient files;

  SftpShelf(Profile party, Connector connector) {
    this.party = party;
    this.connector = connector;
  }

  @Override
  public void put(String folder, String name, byte[] content)
      throws IOException, ConnectorException {
    var server = files();
    var part = path(folder, "." + name + ".part");
    try (var out = server.write(part)) {
      out.write(content);
    }
    remove(server, path(folder, name));
    server.rename(part, path(folder, name));
  }

  @Override
  public List<byte[]> take(String folder, boolean delete) throws IOException, ConnectorException {
    var server = files();
    var taken = new ArrayList<byte[]>();
    for (var name : whole(server, folder.substring(1))) {
      var file = path(folder, name);
      try (var in = server.read(file)) {
        taken.add(in.readAllBytes());
      }
      if (delete) {
        server.remove(file);
      } else {
        aside(server, folder, name);
      }
    }
    return taken;
  }

  /** None when a file was renamed while the server listed them, which fails the whole list. */
  private static List<String> whole(SftpClient server, String folder) throws IOException {
    var names = new ArrayList<String>();
    try {
      for (var entry : server.readEntries(folder)) {
        if (entry.getAttributes().isRegularFile() && Shelf.isWhole(entry.getFilename())) {
          names.add(entry.getFilename());
        }
      }
      return names;
    } catch (UncheckedIOException broken) {
      if (broken.getCause() instanceof SftpException gone
          && gone.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return List.of();
      }
      throw broken.getCause();
    }
  }

  private static void aside(SftpClient server, String folder, String name) throws IOException {
    var beside = path(folder, ".taken");
    try {
      server.stat(beside);
    } catch (SftpException absent) {
      server.mkdir(beside);
    }
    remove(server, beside + "/" + name);
    server.rename(path(folder, name), beside + "/" + name);
  }

  private static void remove(SftpClient server, String file) throws IOException {
    try {
      server.stat(file);
    } catch (SftpException absent) {
      return;
    }
    server.remove(file);
  }

  /** Below the folder in which the server puts the user. */
  private static String path(String folder, String name) {
    return folder.substring(1) + "/" + name;
  }

  private SftpClient files() throws IOException, ConnectorException {
    if (files == null) {
      files = SftpClientFactory.instance().createSftpClient(session(connector.ssh()));
    }
    return files;
  }

  private ClientSession session(SshAccess access) throws IOException {
    var address = URI.create(party.transport().address());
    int port = address.getPort() < 0 ? PORT : address.getPort();
    var timeout = party.transport().timeout();
    client.setServerKeyVerifier((any, remote, key) -> isKnown(access, key));
    client.start();
    session = client.connect(access.user(), address.getHost(), port).verify(timeout).getSession();
    try {
      if (access.password() == null) {
        identities(access).forEach(session::addPublicKeyIdentity);
      } else {
        session.addPasswordIdentity(access.password());
      }
      session.auth().verify(timeout);
    } catch (SshException refused) {
      throw new AccessDeniedException("the login of " + access.user());
    }
    return session;
  }

  private static List<KeyPair> identities(SshAccess access) throws IOException {
    var opens = access.keyPassword();
    var provider = opens == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(opens);
    var keys = new ArrayList<KeyPair>();
    try {
      SecurityUtils.loadKeyPairIdentities(
              null, null, new ByteArrayInputStream(access.key()), provider)
          .forEach(keys::add);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key cannot be read", e);
    }
    return keys;
  }

  private static boolean isKnown(SshAccess access, PublicKey shown) {
    var lines =
        new InputStreamReader(
            new ByteArrayInputStream(access.knownHosts()), StandardCharsets.UTF_8);
    try {
      for (var entry : KnownHostEntry.readKnownHostEntries(lines, true)) {
        var known =
            entry.getKeyEntry().resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
        if (KeyUtils.compareKeys(known, shown)) {
          return true;
        }
      }
      return false;
    } catch (IOException | GeneralSecurityException unreadable) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (session != null) {
      session.close(true);
    }
    client.stop();
  }
}
