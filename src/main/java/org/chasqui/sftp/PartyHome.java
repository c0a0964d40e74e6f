package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
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

  static final String RECEIPTS = "receipts";
  static final String REFUSED = "refused";

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration UNFINISHED = Duration.ofDays(1);

  /** That of the party whose upload this is. */
  public static PartyHome of(Path upload) {
    return new PartyHome(upload.getParent().getParent());
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

  /** Where it is told what became of its files: a text beside each name. */
  public Path receipts() {
    return root.resolve(RECEIPTS);
  }

  /** Where files are set aside that were refused as a whole, each with the reason. */
  public Path refused() {
    return root.resolve(REFUSED);
  }

  /** Makes the folders, and removes what was left in them long ago. */
  void open(Instant now) throws IOException {
    for (var folder : List.of(in(), out(), receipts(), refused())) {
      Files.createDirectories(folder);
    }
    removeOlder(receipts(), "", now.minus(KEPT));
    removeOlder(refused(), "", now.minus(KEPT));
    removeOlder(in(), UploadName.UNFINISHED, now.minus(UNFINISHED));
  }

  private static void removeOlder(Path folder, String ending, Instant before) throws IOException {
    var limit = FileTime.from(before);
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        boolean old = Files.getLastModifiedTime(file).compareTo(limit) < 0;
        if (old && file.getFileName().toString().endsWith(ending)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
