package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.JSchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts that exchange files with a running gateway over SFTP. */
class SftpDoorTest extends SftpDoorFrame {
  @Test
  void anInterchangeIsTakenAndItsAnswerIsThePostsOnceItIsRemoved() throws Exception {
    try (var post = login()) {
      post.upload("itmatt.edi", itmatt("A1"));

      appears(post, "/receipts", "itmatt.edi.txt");
      assertThat(post.get("/receipts/itmatt.edi.txt")).startsWith("ACCEPTED ");
      assertThat(post.list("/in")).doesNotContain("itmatt.edi");
      var name = answer(post, "A1");
      assertThat(name).matches("[0-9]+[.]edi");
      assertThat(post.get("/out/" + name)).contains("CONTRL");
      assertThat(offers(name)).as("what was only read is not acknowledged").isTrue();

      post.files().rm("/out/" + name);

      assertThat(offers(name)).isFalse();
      assertThat(post.list("/out")).doesNotContain(name);
    }
    await()
        .atMost(PATIENCE)
        .until(() -> hub.calls().stream().anyMatch(call -> call.body().contains(ITEM)));
    assertThat(gateway.get("cla", "/metrics").body()).contains("routeId=\"door-sftp\"");
    assertThat(gateway.get(null, "/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void theSameInterchangeIsADuplicateByWhateverDoorAndName() throws Exception {
    gateway.post("cla", "/v1/interchanges", "application/edifact", itmatt("B1"));
    try (var post = login()) {
      post.upload("again.edi", itmatt("B1"));

      appears(post, "/receipts", "again.edi.txt");
      assertThat(post.get("/receipts/again.edi.txt")).startsWith("DUPLICATE ");
    }
  }

  @Test
  void aRefusedFileIsSetAsideWithItsReason() throws Exception {
    try (var post = login()) {
      post.upload("wrong.edi", "UNB+UNOC".getBytes(StandardCharsets.US_ASCII));
      var stranger =
          new String(itmatt("C1"), StandardCharsets.ISO_8859_1).replace("J1CCLA", "J1CPEA");
      post.upload("stranger.edi", stranger.getBytes(StandardCharsets.ISO_8859_1));

      appears(post, "/refused", "wrong.edi.txt");
      appears(post, "/refused", "stranger.edi.txt");
      assertThat(post.list("/refused"))
          .containsExactly("stranger.edi", "stranger.edi.txt", "wrong.edi", "wrong.edi.txt");
      assertThat(post.get("/refused/wrong.edi")).isEqualTo("UNB+UNOC");
      assertThat(post.get("/refused/wrong.edi.txt")).startsWith("REFUSED\n").contains("EAD-");
      assertThat(post.get("/refused/stranger.edi.txt")).contains("EAD-3003");
      assertThat(post.list("/in")).doesNotContain("wrong.edi", "stranger.edi");
    }
  }

  @Test
  void whatLiesThereWhenTheGatewayStartsIsTakenAndWhatWasOfferedIsThereStill() throws Exception {
    try (var post = login()) {
      post.upload("one.edi", itmatt("E1"));
      answer(post, "E1");
    }
    gateway.gateway().close();
    var home = gateway.data().resolve("sftp/cla");
    Files.write(home.resolve("in/two.edi"), itmatt("E1"));
    Files.writeString(home.resolve("out/1.edi"), "acknowledged long ago");
    var claimed = Files.createDirectories(gateway.data().resolve("sftp/_claimed/cla"));
    Files.write(claimed.resolve("three.edi"), itmatt("E3"));
    gateway.start();

    try (var post = login()) {
      appears(post, "/receipts", "two.edi.txt");
      assertThat(post.get("/receipts/two.edi.txt")).startsWith("DUPLICATE ");
      assertThat(post.list("/out")).contains(answer(post, "E1")).doesNotContain("1.edi");
      appears(post, "/receipts", "three.edi.txt");
      assertThat(post.get("/receipts/three.edi.txt")).startsWith("ACCEPTED ");
    }
    await().atMost(PATIENCE).until(() -> Files.notExists(claimed.resolve("three.edi")));
  }

  @Test
  void onlyAPartyWithOneOfItsOwnKeysIsLetIn() throws Exception {
    var other = SftpPost.key(folder.resolve("keys"), "other");
    admit("pea", other);
    admit("nobody", key);

    refusesLogin("cla", other);
    refusesLogin("pea", key);
    refusesLogin("nobody", key);
    refusesLogin("mx", key);
    refusesLogin("../cla", key);
    SftpPost.login("pea", port, other, knownHosts).close();

    var keys = gateway.data().resolve("sftp-keys/pea");
    Files.writeString(keys, "from=\"10.0.0.1\" " + Files.readString(keys));
    refusesLogin("pea", other);
    Files.delete(keys);
    refusesLogin("pea", other);
  }

  private void refusesLogin(String party, Path with) {
    assertThatThrownBy(() -> SftpPost.login(party, port, with, knownHosts))
        .isInstanceOf(JSchException.class)
        .hasMessageContaining("Auth fail");
  }

  @Test
  void aPartyIsShutIntoItsOwnFoldersAndUploadsOnlyWhereItMay() throws Exception {
    Files.createDirectories(gateway.data().resolve("sftp/pea/in"));
    try (var post = login()) {
      for (var path :
          List.of("/in/sub/x.edi", "/out/x.edi", "/x.edi", "/../pea/in/x.edi", "/in/$x.edi")) {
        refuses(() -> post.put(path, itmatt("F1")));
      }
      refuses(() -> post.files().mkdir("/in/sub"));
      refuses(() -> post.files().rmdir("/receipts"));
      refuses(() -> post.files().symlink("/etc/passwd", "/in/link"));
      refuses(() -> post.files().rename("/in", "/inn"));
      refuses(() -> post.get("/../../tokens.csv"));
      post.put("/in/mine.part", itmatt("F1"));
      refuses(() -> post.files().rename("/in/mine.part", "/out/mine.edi"));
      post.files().chmod(0, "/in/mine.part");
      assertThat(post.get("/in/mine.part")).contains("ITMATT");
      post.files().rm("/in/mine.part");
    }
    try (var files = Files.list(gateway.data().resolve("sftp/pea/in"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotTakenAndLeavesNothing() throws Exception {
    try (var post = login()) {
      refuses(() -> post.put("/in/large.edi", new byte[MOST + 1]));
      assertThat(post.list("/in")).noneMatch(name -> name.contains("large"));

      post.put("/in/small.edi", itmatt("G1"));
      appears(post, "/receipts", "small.edi.txt");
    }
  }

  /** The client that posts script with, as far as this machine has it. */
  @Test
  void openSshDoesAllOfItInABatch() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "OpenSSH's sftp is not installed");
    var document = Files.write(folder.resolve("itmatt.edi"), itmatt("H1"));
    batch("put -p %s /in/a.tmp".formatted(document), "rename /in/a.tmp /in/a.edi");
    String name;
    try (var post = login()) {
      name = answer(post, "H1");
    }
    var got = Files.createDirectories(folder.resolve("got"));

    batch("lcd " + got, "get /out/*", "get /receipts/a.edi.txt", "rm /out/" + name);

    assertThat(offers(name)).isFalse();
    assertThat(Files.readString(got.resolve(name))).contains("UCI+H1+");
    assertThat(Files.readString(got.resolve("a.edi.txt"))).startsWith("ACCEPTED ");
  }

  private void batch(String... commands) throws Exception {
    SftpPost.batch(folder, port, key, knownHosts, commands);
  }
}
