package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The SFTP client of a post: another library than that of the server. */
final class SftpPost implements AutoCloseable {
  private final Session session;
  private final ChannelSftp files;

  private SftpPost(Session session, ChannelSftp files) {
    this.session = session;
    this.files = files;
  }

  /** A key pair of a client, in two files as {@code ssh-keygen} writes them. */
  static Path key(Path folder, String name) throws Exception {
    var pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
    var file = Files.createDirectories(folder).resolve(name);
    pair.writePrivateKey(file.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    pair.writePublicKey(file + ".pub", name);
    return file;
  }

  /** Logs in; the server must show the host key of this line of {@code known_hosts}. */
  static SftpPost login(String party, int port, Path key, String knownHosts) throws JSchException {
    var ssh = new JSch();
    ssh.addIdentity(key.toString());
    ssh.setKnownHosts(new ByteArrayInputStream(knownHosts.getBytes(StandardCharsets.UTF_8)));
    var session = ssh.getSession(party, "127.0.0.1", port);
    session.setConfig("PreferredAuthentications", "publickey");
    session.connect(20_000);
    var files = (ChannelSftp) session.openChannel("sftp");
    files.connect(20_000);
    return new SftpPost(session, files);
  }

  /** Lets OpenSSH's client do a batch as the post CLA; fails when a command of it does. */
  static void batch(Path folder, int port, Path key, String knownHosts, String... commands)
      throws Exception {
    var script = Files.write(folder.resolve("batch"), List.of(commands));
    var known = Files.writeString(folder.resolve("known_hosts"), knownHosts);
    var log = folder.resolve("sftp.log");
    var typed =
        "/usr/bin/sftp -b %s -P %d -i %s -o UserKnownHostsFile=%s -o IdentitiesOnly=yes cla@127.0.0.1"
            .formatted(script, port, key, known);
    var run =
        new ProcessBuilder(typed.split(" "))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(Files.readString(log)).isZero();
  }

  ChannelSftp files() {
    return files;
  }

  void put(String path, byte[] content) throws SftpException {
    files.put(new ByteArrayInputStream(content), path);
  }

  /** As posts do: under another name first. */
  void upload(String name, byte[] content) throws SftpException {
    put("/in/" + name + ".part", content);
    files.rename("/in/" + name + ".part", "/in/" + name);
  }

  List<String> list(String folder) throws SftpException {
    return files.ls(folder).stream()
        .filter(entry -> !entry.getAttrs().isDir())
        .map(ChannelSftp.LsEntry::getFilename)
        .sorted()
        .toList();
  }

  String get(String path) throws SftpException, IOException {
    var content = new ByteArrayOutputStream();
    files.get(path, content);
    return content.toString(StandardCharsets.ISO_8859_1);
  }

  /** As a line that is cut: nothing is said to the server. */
  void cut() {
    session.disconnect();
  }

  @Override
  public void close() {
    files.disconnect();
    session.disconnect();
  }
}
