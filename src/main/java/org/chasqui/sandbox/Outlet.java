package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a hub puts the decisions that nobody asks it for. */
sealed interface Outlet {

  /** Offers a document. */
  Taken offer(String mediaType, byte[] document) throws IOException, InterruptedException;

  /** What became of it. */
  sealed interface Taken {
    /** It was taken. */
    record Yes() implements Taken {}

    /** It was refused for good. */
    record Refused() implements Taken {}

    /** It is to be offered again; zero for the usual pause. */
    record Later(Duration pause) implements Taken {}
  }

  /** The door of the gateway. */
  final class ByCall implements Outlet {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 415, 422);

    private final Gateway gateway;
    private volatile Target target;

    private record Target(URI gateway, String token) {}

    ByCall(Gateway gateway) {
      this.gateway = gateway;
    }

    void connect(URI address, String token) {
      target = new Target(address, token);
    }

    @Override
    public Taken offer(String mediaType, byte[] document) throws IOException, InterruptedException {
      var to = target;
      if (to == null) {
        return new Taken.Later(Duration.ZERO);
      }
      boolean cloudEvents = mediaType.startsWith("application/cloudevents");
      var path = cloudEvents ? "/v1/messages" : "/v1/interchanges";
      var answer = gateway.post(to.gateway(), path, to.token(), mediaType, document);
      if (answer.statusCode() / 100 == 2) {
        return new Taken.Yes();
      }
      return REFUSALS.contains(answer.statusCode())
          ? new Taken.Refused()
          : new Taken.Later(Gateway.pause(answer, Duration.ZERO, LONGEST));
    }
  }

  /** A folder in which answers appear whole. */
  final class ByFile implements Outlet {
    private final Path folder;
    private final AtomicInteger written = new AtomicInteger();

    ByFile(Path folder) {
      this.folder = folder;
    }

    @Override
    public Taken offer(String mediaType, byte[] document) throws IOException {
      var name = "answer-%d-%06d".formatted(System.currentTimeMillis(), written.incrementAndGet());
      var part = folder.resolve("." + name + ".part");
      Files.write(part, document);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new Taken.Yes();
    }
  }
}
