package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.ledger.Ledger;

/**
 * The outbox of a party as a folder: one file a document, named by the number that the API knows it
 * by. The ledger is the truth and the folder shows it: it is filled when it is listed, and a
 * document that was acknowledged, by whatever door, goes from it. To remove a file is to say that
 * one has it.
 */
final class OutFolder {
  /** Shown at one time, oldest first; the next follow as these are taken. */
  private static final int MOST = 500;

  private final Ledger ledger;
  private final PartyHome home;

  OutFolder(Ledger ledger, PartyHome home) {
    this.ledger = ledger;
    this.home = home;
  }

  /** Makes the folder show what waits now. */
  synchronized void fill() throws IOException {
    var waiting = ledger.offered(home.party(), MOST);
    var there = only(waiting);
    for (var id : waiting) {
      if (!there.containsKey(id)) {
        write(id);
      }
    }
  }

  /** Removes what was acknowledged by another door. */
  synchronized void tidy() throws IOException {
    only(ledger.offered(home.party(), MOST));
  }

  private Map<Long, Path> only(List<Long> waiting) throws IOException {
    var there = there();
    for (var file : there.entrySet()) {
      if (!waiting.contains(file.getKey())) {
        Files.deleteIfExists(file.getValue());
      }
    }
    return there;
  }

  private Map<Long, Path> there() throws IOException {
    var found = new HashMap<Long, Path>();
    try (var files = Files.newDirectoryStream(home.out())) {
      for (var file : files) {
        long id = id(file.getFileName().toString());
        if (id == 0) {
          Files.deleteIfExists(file);
        } else {
          found.put(id, file);
        }
      }
    }
    return found;
  }

  /** Under another name first: nobody reads half a document, however the gateway ends. */
  private void write(long id) throws IOException {
    var detail = ledger.delivery(id);
    if (detail.isEmpty() || detail.get().document() == null) {
      return;
    }
    var part = home.out().resolve("." + id + UploadName.UNFINISHED);
    Files.write(part, detail.get().document());
    var name = id + ending(detail.get().mediaType());
    Files.move(part, home.out().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String ending(String mediaType) {
    var type = mediaType == null ? "" : mediaType;
    for (var known : List.of("json", "xml")) {
      if (type.contains(known)) {
        return "." + known;
      }
    }
    return type.contains("edifact") ? ".edi" : ".txt";
  }

  /**
   * The party has the document of this name. First the ledger knows, then the file goes.
   *
   * @return false when no document has the name
   */
  synchronized boolean taken(String name) throws IOException {
    long id = id(name);
    var file = home.out().resolve(name);
    if (id == 0 || !Files.exists(file)) {
      return false;
    }
    ledger.acknowledge(home.party(), List.of(id));
    Files.deleteIfExists(file);
    return true;
  }

  /** The number in a name; 0 when there is none. */
  private static long id(String name) {
    int dot = name.indexOf('.');
    try {
      return dot < 1 ? 0 : Long.parseLong(name.substring(0, dot));
    } catch (NumberFormatException other) {
      return 0;
    }
  }
}
