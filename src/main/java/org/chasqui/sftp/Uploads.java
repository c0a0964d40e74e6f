package org.chasqui.sftp;

import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_FAILURE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.sftp.common.SftpException;

/**
 * What the sessions of one party upload. Each upload has a file of its own until it is whole; no
 * name is given to a file while another has it, nor while bytes are written.
 */
final class Uploads {
  /** Uploads that wait to be read. */
  private static final int MOST_FILES = 1_000;

  /** All of them together have up to so many documents of the largest size. */
  private static final int MOST_LARGE = 8;

  private final PartyHome home;
  private final long mostBytes;
  private final Map<String, Upload> written = new HashMap<>();

  Uploads(PartyHome home, long mostBytes) {
    this.home = home;
    this.mostBytes = mostBytes;
  }

  /** Bytes that go into one file. */
  interface Writing {
    void run() throws IOException;
  }

  /** A file that is written; {@code broken} once a part of it could not be. */
  static final class Upload {
    private final String name;
    private final String written;
    private boolean broken;

    private Upload(String name) {
      this.name = name;
      this.written = UploadName.whileUploaded(name);
    }

    /** Its file until it is whole. */
    String written() {
      return written;
    }

    private synchronized void write(Writing bytes) throws IOException {
      if (broken) {
        throw new SftpException(SSH_FX_FAILURE, "the upload was not taken");
      }
      bytes.run();
    }

    private synchronized void stop() {
      broken = true;
    }

    private synchronized boolean isBroken() {
      return broken;
    }
  }

  /** Begins an upload; an earlier one into the same file writes no more. */
  synchronized Upload begin(String name) throws IOException {
    permit(name);
    permitMore();
    var upload = new Upload(name);
    var earlier = written.put(upload.written, upload);
    if (earlier != null) {
      earlier.stop();
    }
    return upload;
  }

  private void permit(String name) throws IOException {
    if (!UploadName.isUnfinished(name) && Files.exists(home.in().resolve(name))) {
      throw new SftpException(SSH_FX_FAILURE, "a file of this name waits to be read");
    }
  }

  private void permitMore() throws IOException {
    int files = 0;
    long bytes = 0;
    try (var there = Files.newDirectoryStream(home.in())) {
      for (var file : there) {
        files++;
        bytes += size(file);
      }
    }
    if (files >= MOST_FILES || bytes / MOST_LARGE >= mostBytes) {
      throw new SftpException(SSH_FX_FAILURE, "too much waits to be read: try again later");
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException taken) {
      return 0;
    }
  }

  /** Writes bytes that end at {@code end}; nothing stays of what cannot be whole. */
  void write(Upload upload, long end, Writing bytes) throws IOException {
    if (end > mostBytes) {
      breakOff(upload);
      throw new SftpException(SSH_FX_FAILURE, "larger than " + mostBytes + " bytes");
    }
    try {
      upload.write(bytes);
    } catch (IOException | RuntimeException e) {
      breakOff(upload);
      throw e;
    }
  }

  /** Removes what was written, unless a later upload writes into the same file. */
  private synchronized void breakOff(Upload upload) throws IOException {
    upload.stop();
    if (written.remove(upload.written, upload)) {
      Files.deleteIfExists(file(upload));
    }
  }

  /** It could not be opened, or its line was cut: what has the client's own name stays. */
  synchronized void leave(Upload upload) throws IOException {
    upload.stop();
    if (written.remove(upload.written, upload) && !upload.written.equals(upload.name)) {
      Files.deleteIfExists(file(upload));
    }
  }

  /** The upload was closed and its bytes are on disk: it gets its name. */
  synchronized void finish(Upload upload) throws IOException {
    if (upload.isBroken()) {
      throw new SftpException(SSH_FX_FAILURE, "the upload was not taken");
    }
    try {
      if (!upload.written.equals(upload.name)) {
        permit(upload.name);
        Files.move(file(upload), home.in().resolve(upload.name), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      leave(upload);
    }
  }

  /** Renames a file that nobody writes to a name that no other has. */
  synchronized void rename(String from, String to, Writing move) throws IOException {
    if (written.containsKey(from) || written.containsKey(to)) {
      throw new SftpException(SSH_FX_FAILURE, "the file is being uploaded");
    }
    permit(to);
    move.run();
  }

  private Path file(Upload upload) {
    return home.in().resolve(upload.written);
  }
}
