package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.ChannelSftp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.junit.jupiter.api.Test;

/** Uploads that break off, meet or wait, and what is left of them. */
class SftpUploadsTest extends SftpDoorFrame {
  @Test
  void whatIsNotWholeIsNeverRead() throws Exception {
    var document = itmatt("D1");
    var broken = login();
    var writing = broken.files().put("/in/cut.edi", ChannelSftp.OVERWRITE);
    writing.write(document, 0, document.length / 2);
    writing.flush();
    try (var post = login()) {
      await()
          .atMost(PATIENCE)
          .until(() -> post.list("/in").stream().anyMatch(name -> name.startsWith(".cut.edi.")));
      broken.cut();
      post.put("/in/left.edi.part", document);
      post.put("/in/left.edi.filepart", document);

      post.upload("whole.edi", itmatt("D9"));
      appears(post, "/receipts", "whole.edi.txt");

      var told = new ArrayList<>(post.list("/receipts"));
      told.addAll(post.list("/refused"));
      assertThat(told).noneMatch(name -> name.startsWith("cut") || name.startsWith("left"));
      assertThat(post.list("/in")).contains("left.edi.part", "left.edi.filepart");
      post.put("/in/cut.edi", document);
      appears(post, "/receipts", "cut.edi.txt");
      assertThat(post.get("/receipts/cut.edi.txt")).startsWith("ACCEPTED ");
    }
  }

  @Test
  void aFileIsReadOutOfItsPartysSightAndTheNextOfItsNameWaits() throws Exception {
    var claims = Files.createDirectories(gateway.data().resolve("sftp/_claimed/cla"));
    // a folder holds the name of the claim, as a file that is being read does
    var held = Files.createDirectory(claims.resolve("same.edi"));
    try (var post = login()) {
      post.upload("same.edi", itmatt("I1"));
      post.upload("later.edi", itmatt("I2"));
      appears(post, "/receipts", "later.edi.txt");
      assertThat(post.list("/in")).contains("same.edi");
      refuses(() -> post.list("/../_claimed/cla"));

      Files.delete(held);

      appears(post, "/receipts", "same.edi.txt");
      assertThat(post.get("/receipts/same.edi.txt")).startsWith("ACCEPTED ");
    }
  }

  @Test
  void twoUploadsOfOneNameAreNeverMixed() throws Exception {
    var document = itmatt("K1");
    try (var first = login();
        var second = login()) {
      var broken = first.files().put("/in/both.edi", ChannelSftp.OVERWRITE);
      broken.write(document, 0, document.length / 2);
      broken.flush();
      second.put("/in/both.edi", document);
      appears(second, "/receipts", "both.edi.txt");
      assertThat(second.get("/receipts/both.edi.txt")).startsWith("ACCEPTED ");

      var own = first.files().put("/in/own.part", ChannelSftp.OVERWRITE);
      own.write(document, 0, document.length / 2);
      own.flush();
      await().atMost(PATIENCE).until(() -> second.list("/in").contains("own.part"));
      refuses(() -> second.files().rename("/in/own.part", "/in/own.edi"));
      second.upload("own.edi", document);
      appears(second, "/receipts", "own.edi.txt");
      assertThat(second.get("/receipts/own.edi.txt")).startsWith("DUPLICATE ");
    }
  }

  @Test
  void theVersionIsTheOneThatOpenSshSpeaks() throws Exception {
    try (var client = SshClient.setUpDefaultClient()) {
      client.start();
      var pair = new FileKeyPairProvider(key).loadKeys(null).iterator().next();
      try (var session = client.connect("cla", "127.0.0.1", port).verify(PATIENCE).getSession()) {
        session.addPublicKeyIdentity(pair);
        session.auth().verify(PATIENCE);
        try (var files =
            SftpClientFactory.instance().createSftpClient(session, SftpVersionSelector.MAXIMUM)) {
          assertThat(files.getVersion()).isEqualTo(3);
        }
      }
    }
  }

  @Test
  void foldersOfAPartyThatDoesNotComeAreSweptAtStart() throws Exception {
    gateway.gateway().close();
    var absent = gateway.data().resolve("sftp/pea");
    var left =
        List.of(
            leftBehind(absent.resolve("receipts/old.edi.txt"), 31),
            leftBehind(absent.resolve("refused/old.edi"), 31),
            leftBehind(absent.resolve("in/.old.edi.part"), 2),
            leftBehind(absent.resolve("out/1.edi"), 0));
    var kept = leftBehind(absent.resolve("receipts/new.edi.txt"), 29);
    gateway.start();

    await().atMost(PATIENCE).until(() -> left.stream().noneMatch(Files::exists));
    assertThat(kept).exists();
  }

  private static Path leftBehind(Path file, int days) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "left behind");
    var then = Instant.now().minus(Duration.ofDays(days));
    return Files.setLastModifiedTime(file, FileTime.from(then));
  }
}
