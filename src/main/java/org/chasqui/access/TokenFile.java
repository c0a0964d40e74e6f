package org.chasqui.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Reads and replaces the file of tokens; a reader sees the old or the new one, never a part. */
final class TokenFile {
  private TokenFile() {}

  static List<TokenRecord> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TokenFileException(file + ": cannot be read: " + e.getMessage(), e);
    }
    var tokens = new ArrayList<TokenRecord>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || line.equals(TokenRecord.HEADER)) {
        continue;
      }
      try {
        tokens.add(TokenRecord.parse(line));
      } catch (IllegalArgumentException e) {
        throw new TokenFileException(file + " line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return tokens;
  }

  static void write(Path file, List<TokenRecord> tokens) {
    var text =
        new StringBuilder("# Bearer tokens by their SHA-256; the tokens are kept nowhere.\n");
    text.append(TokenRecord.HEADER).append('\n');
    tokens.forEach(token -> text.append(token.line()).append('\n'));
    try {
      var target = file.toAbsolutePath();
      Files.createDirectories(target.getParent());
      var fresh = Files.createTempFile(target.getParent(), ".tokens", ".new");
      restrict(fresh);
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static void restrict(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
