package org.chasqui.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.ledger.RawDocument;

/**
 * Takes a document of any size from a stream: small ones stay in memory, larger ones go to a file,
 * and one over the limit is broken off as soon as that shows.
 */
final class Spool {
  private static final int IN_MEMORY = 1 << 20;

  private final Path folder;
  private final long limit;

  Spool(Path folder, long limit) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.limit = limit;
    try (var left = Files.newDirectoryStream(folder, "*.spool")) {
      for (var file : left) {
        Files.delete(file);
      }
    }
  }

  long limit() {
    return limit;
  }

  /** A spooled document; its file, when it has one, is removed on close. */
  record Spooled(RawDocument raw, byte[] head) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (raw instanceof RawDocument.Spooled spooled) {
        Files.deleteIfExists(spooled.file());
      }
    }
  }

  /** Thrown when a document passes the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long limit) {
      super("larger than " + limit + " bytes");
    }
  }

  /** Reads the stream to its end. */
  Spooled take(InputStream in) throws IOException {
    var first = in.readNBytes(IN_MEMORY);
    var head = Arrays.copyOf(first, Math.min(first.length, CodecRegistry.HEAD_BYTES));
    if (first.length > limit) {
      throw new TooLarge(limit);
    }
    return first.length < IN_MEMORY
        ? new Spooled(RawDocument.of(first), head)
        : new Spooled(toFile(first, in), head);
  }

  private RawDocument toFile(byte[] first, InputStream in) throws IOException {
    var file = Files.createTempFile(folder, "in", ".spool");
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      long size;
      try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        out.write(first);
        size = first.length + copy(in, out, limit - first.length);
      }
      return new RawDocument.Spooled(file, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private long copy(InputStream in, OutputStream out, long most) throws IOException {
    var buffer = new byte[64 << 10];
    long copied = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      copied += count;
      if (copied > most) {
        throw new TooLarge(limit);
      }
      out.write(buffer, 0, count);
    }
    return copied;
  }

  /** All bytes of a small stream, for the calls of the API. */
  static byte[] small(InputStream in, int limit) throws IOException {
    var bytes = new ByteArrayOutputStream();
    in.transferTo(new LimitedOutput(bytes, limit));
    return bytes.toByteArray();
  }

  private static final class LimitedOutput extends OutputStream {
    private final ByteArrayOutputStream to;
    private final int limit;

    LimitedOutput(ByteArrayOutputStream to, int limit) {
      this.to = to;
      this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (to.size() + length > limit) {
        throw new TooLarge(limit);
      }
      to.write(bytes, offset, length);
    }
  }
}
