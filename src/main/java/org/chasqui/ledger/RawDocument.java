package org.chasqui.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a document with their size and SHA-256, in memory or in a file that the caller
 * removes after the call.
 */
public sealed interface RawDocument {
  long size();

  /** SHA-256 as 64 lower-case hex digits. */
  String sha256();

  /** A fresh stream of all bytes. */
  InputStream open() throws IOException;

  /** In memory. */
  record Bytes(byte[] bytes, String sha256) implements RawDocument {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Spooled to a file. */
  record Spooled(Path file, long size, String sha256) implements RawDocument {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  /** Bytes with their digest computed. */
  static RawDocument of(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Bytes(bytes, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
