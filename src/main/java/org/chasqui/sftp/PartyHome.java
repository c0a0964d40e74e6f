package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The folders that a party sees.
 *
 * @param root which the party takes for the root of the server
 */
public record PartyHome(Path root) {
  /** For interchanges that it uploads. */
  static final String IN = "in";

  /** With what waits for it. */
  static final String OUT = "out";

  /** Beside the homes, where no party looks: a folder a party for files that are being read. */
  static final String CLAIMED = "_claimed";

  static final String RECEIPTS = "receipts";
  static final String REFUSED = "refused";

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration UNFINISHED = Duration.ofDays(1);

  /** That of the party whose upload this is, claimed or not. */
  public static PartyHome of(Path upload) {
    var folder = upload.getParent();
    var above = folder.getParent();
    return above.endsWith(CLAIMED)
        ? new PartyHome(above.resolveSibling(folder.getFileName()))
        : new PartyHome(above);
  }

  /** The id of the party. */
  public String party() {
    return root.getFileName().toString();
  }

  Path in() {
    return root.resolve(IN);
  }

  Path out() {
    return root.resolve(OUT);
  }

  /** Where a file of it lies while it is read. */
  public Path claimed() {
    return root.resolveSibling(CLAIMED).resolve(party());
  }

  /** Where it is told what became of its files: a text beside each name. */
  public Path receipts() {
    return root.resolve(RECEIPTS);
  }

  /** Where files are set aside that were refused as a whole, each with the reason. */
  public Path refused() {
    return root.resolve(REFUSED);
  }

  /** Makes the folders. */
  void open() throws IOException {
    for (var folder : List.of(in(), out(), receipts(), refused())) {
      Files.createDirectories(folder);
    }
  }

  /** Removes what was left in the folders long ago. */
  void tidy(Instant now) throws IOException {
    open();
    removeOlder(receipts(), "", now.minus(KEPT));
    removeOlder(refused(), "", now.minus(KEPT));
    removeOlder(in(), UploadName.UNFINISHED, now.minus(UNFINISHED));
  }

  private static void removeOlder(Path folder, String ending, Instant before) throws IOException {
    var limit = FileTime.from(before);
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (file.getFileName().toString().endsWith(ending) && isOlder(file, limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, FileTime limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).compareTo(limit) < 0;
    } catch (NoSuchFileException taken) {
      return false;
    }
  }
}
