package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.message.DecisionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at any instant: what it was told is durable is there. */
class SqliteCrashTest {
  private static final int ROUNDS = 4;
  @TempDir Path folder;

  @Test
  void losesNothingThatItConfirmed() throws Exception {
    var file = folder.resolve("ledger.db");
    var random = new Random(41);
    var confirmed = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      confirmed.addAll(killedAfter(file, round, 40 + random.nextInt(120)));
      try (var ledger = Ledgers.open(LedgerConfiguration.sqlite(file, "one"))) {
        ledger.recover();
        assertThat(ledger.verify(fault -> assertThat(fault).isNull())).isPositive();
        for (var line : confirmed) {
          isThere(ledger, line);
        }
      }
    }
  }

  private static void isThere(Ledger ledger, String line) {
    var words = line.split(" ");
    long id = Long.parseLong(words[1]);
    switch (words[0]) {
      case "accepted" -> assertThat(ledger.raw(id)).isPresent();
      case "delivered" ->
          assertThat(ledger.delivery(id).orElseThrow().delivery().state())
              .isEqualTo(DeliveryState.DELIVERED);
      default -> throw new AssertionError(line);
    }
  }

  private static List<String> killedAfter(Path file, int round, int lines)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                Victim.class.getName(),
                file.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var confirmed = new ArrayList<String>();
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("accepted ") || line.startsWith("delivered ")) {
          confirmed.add(line);
        }
        if (confirmed.size() == lines) {
          // by its handle, which leaves the pipe open for what was said before the kill
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(confirmed.size()).isGreaterThanOrEqualTo(lines);
    if (!confirmed.isEmpty() && confirmed.getLast().split(" ").length < 3) {
      confirmed.removeLast();
    }
    return confirmed;
  }

  /** Writes from four threads and says what it was told is durable, until it is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      var ledger = Ledgers.open(LedgerConfiguration.sqlite(Path.of(arguments[0]), "one"));
      ledger.recover();
      for (int i = 0; i < 4; i++) {
        var name = "r" + arguments[1] + "t" + i + "n";
        Thread.ofPlatform().start(() -> work(ledger, name));
      }
    }

    private static void work(Ledger ledger, String name) {
      var scene = new Scene(ledger);
      for (int i = 0; ; i++) {
        say("accepted", scene.accept("cla", "a" + name + i, "UNB" + i).interchangeId());
        long delivery = scene.declare("d" + name + i, "br", 1, name + i);
        scene.deliver(delivery);
        say("delivered", delivery);
        scene.decide("e" + name + i, 1, DecisionStatus.RELEASED, name + i);
        ledger.note("br", "noted", Map.of());
      }
    }

    private static synchronized void say(String what, long id) {
      System.out.println(what + " " + id + " .");
      System.out.flush();
    }
  }
}
