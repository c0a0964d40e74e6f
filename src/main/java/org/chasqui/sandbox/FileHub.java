package org.chasqui.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A hub that fetches files: takes each out of the folder of its document when it is whole, and puts
 * its answers into another folder. What it cannot take in now it leaves where it is; what it
 * refuses it sets aside in {@code .refused} beside.
 */
final class FileHub implements RunningHub {
  static final String REFUSED = ".refused";
  private static final Duration EVERY = Duration.ofMillis(20);

  private final String party;
  private final FileStation station;
  private final Reception reception;
  private final Pusher pusher;
  private final List<String> folders;
  private Thread thread;

  /** {@code documents}: the paths of their doors are folders of the station. */
  FileHub(
      String party,
      FileStation station,
      Reception reception,
      Pusher pusher,
      List<HubDoor> documents) {
    this.party = party;
    this.station = station;
    this.reception = reception;
    this.pusher = pusher;
    this.folders = List.copyOf(new TreeSet<>(documents.stream().map(HubDoor::path).toList()));
  }

  @Override
  public String party() {
    return party;
  }

  @Override
  public String location() {
    return station.location();
  }

  @Override
  public URI address() {
    var location = station.location();
    return location.startsWith("/") ? Path.of(location).toUri() : URI.create(location);
  }

  @Override
  public ItemRegister register() {
    return reception.register();
  }

  @Override
  public HubCounters counters() {
    return reception.tally().counters(reception.register().size(), pusher.pending());
  }

  @Override
  public Optional<DeclarationStore> store() {
    return Optional.empty();
  }

  @Override
  public Pusher pusher() {
    return pusher;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public synchronized void start() throws IOException {
    if (thread == null) {
      station.open();
      pusher.pause(false);
      thread = Thread.ofVirtual().name("files-" + party).start(this::run);
    }
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      pusher.pause(true);
      thread.interrupt();
      thread = null;
      station.close();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        for (var folder : folders) {
          take(folder);
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of a simulated hub is its own", e);
    }
  }

  private void take(String folder) throws IOException {
    try (var files = Files.list(station.folder(folder))) {
      for (var file : files.filter(FileHub::isWhole).sorted().toList()) {
        take(folder, file);
      }
    } catch (NoSuchFileException closed) {
      // the sandbox is being closed
    }
  }

  private static boolean isWhole(Path file) {
    var name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".part");
  }

  private void take(String folder, Path file) throws IOException {
    var key = file.getFileName().toString();
    var request =
        new HubRequest(
            "POST",
            folder,
            header -> header.equals("Idempotency-Key") ? key : null,
            Files.readAllBytes(file));
    switch (reception.handle(request).status() / 100) {
      case 2 -> Files.deleteIfExists(file);
      case 4 -> setAside(file);
      default -> {
        // it is tried again
      }
    }
  }

  /** What is refused stays to be looked at: nobody hears the answer. */
  private static void setAside(Path file) throws IOException {
    var refused = Files.createDirectories(file.resolveSibling(REFUSED));
    Files.move(file, refused.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
