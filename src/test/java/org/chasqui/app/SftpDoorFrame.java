package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A running gateway with an SFTP door, and a post that comes to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SftpDoorFrame {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final String ITEM = "CP123456785CL";
  static final int MOST = 20_000;

  Path folder;
  TestGateway gateway;
  TinyHub hub;
  int port;
  String knownHosts;
  Path key;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var host = SftpPost.key(folder.resolve("keys"), "host");
    knownHosts = "[127.0.0.1]:" + port + " " + Files.readString(Path.of(host + ".pub"));
    key = SftpPost.key(folder.resolve("keys"), "cla");
    admit("cla", key);
    gateway
        .with("CHASQUI_SFTP_PORT", Integer.toString(port))
        .with("CHASQUI_SFTP_HOST_KEY", "file:" + host)
        .with("CHASQUI_DOCUMENT_MOST_BYTES", Integer.toString(MOST))
        .start();
  }

  @AfterAll
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  void admit(String party, Path withKey) throws Exception {
    var keys = Files.createDirectories(gateway.data().resolve("sftp-keys"));
    Files.copy(Path.of(withKey + ".pub"), keys.resolve(party));
  }

  SftpPost login() throws JSchException {
    return SftpPost.login("cla", port, key, knownHosts);
  }

  static byte[] itmatt(String reference) {
    return Edi.itmatt(reference, "MX", List.of(ITEM));
  }

  static void appears(SftpPost post, String folder, String name) {
    await().atMost(PATIENCE).until(() -> post.list(folder).contains(name));
  }

  /** The file that answers the interchange of this reference; fails when there is none. */
  static String answer(SftpPost post, String reference) {
    var found = new ArrayList<String>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              for (var name : post.list("/out")) {
                if (post.get("/out/" + name).contains("UCI+" + reference + "+")) {
                  found.add(name);
                }
              }
              return !found.isEmpty();
            });
    return found.getFirst();
  }

  boolean offers(String name) {
    var id = Long.valueOf(name.substring(0, name.indexOf('.')));
    return gateway.gateway().ledger().offered("cla", 100).contains(id);
  }

  interface Call {
    void run() throws Exception;
  }

  static void refuses(Call call) {
    assertThatThrownBy(call::run).isInstanceOf(SftpException.class);
  }
}
